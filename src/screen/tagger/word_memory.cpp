#include "screen/tagger/word_memory.hpp"

#include "screen/tagger/buffers.hpp"

namespace kith::screen {

using namespace tagger;

namespace {

template <class Number>
std::uint64_t read(char const* at) {
    Number number;
    std::memcpy(&number, at, sizeof number);
    return number;
}

constexpr std::uint64_t spread = 0x9E3779B97F4A7C15ULL, spread_again = 0xD6E8FEB86659FD93ULL;

std::size_t place(std::uint64_t a, std::uint64_t b, unsigned bits) {
    auto const mixed = (a ^ (a >> 29)) * spread + (b ^ (b >> 31)) * spread_again;
    return static_cast<std::size_t>((mixed ^ (mixed >> 32)) * spread >> (64 - bits));
}

}  // namespace

ShortWord::ShortWord(std::string_view word) : size{static_cast<std::uint32_t>(word.size())} {
    // Two reads that overlap cover any length between.
    auto const* const at = word.data();
    if (word.size() > 8) {
        front = read<std::uint64_t>(at);
        end = read<std::uint64_t>(at + word.size() - 8);
    } else if (word.size() >= 4) {
        front = read<std::uint32_t>(at) | read<std::uint32_t>(at + word.size() - 4) << 32;
    } else if (word.size() >= 2) {
        front = read<std::uint16_t>(at) | read<std::uint16_t>(at + word.size() - 2) << 16;
    } else if (word.size() == 1) {
        front = static_cast<unsigned char>(word[0]);
    }
}

WordMemory::WordMemory(MemorySize size) : buffers_{std::make_unique<Buffers>()} {
    if (size == MemorySize::archive) bits_ = {14, 15, 14, 15};
    forget();
}
WordMemory::WordMemory(WordMemory&&) noexcept = default;
WordMemory& WordMemory::operator=(WordMemory&&) noexcept = default;
WordMemory::~WordMemory() = default;

void WordMemory::forget() {
    words_.assign(std::size_t{1} << bits_.words, {});
    tokens_.assign(std::size_t{1} << bits_.tokens, {});
    pairs_.assign(std::size_t{1} << bits_.pairs, {});
    rows_.resize(std::size_t{1} << bits_.rows);
    // An answer that belongs elsewhere is never looked for here.
    for (std::uint32_t i = 0; i < rows_.size(); ++i)
        rows_[i] = {(i + 1) & (static_cast<std::uint32_t>(rows_.size()) - 1), {}};
}

void WordMemory::keep_for(std::uint64_t model_checksum) {
    if (model_ == model_checksum) return;
    forget();
    model_ = model_checksum;
}

KnownToken& WordMemory::place_of_token(std::uint64_t id, KindOfToken kind) {
    return tokens_[place(id, kind, bits_.tokens)];
}

KnownPair& WordMemory::place_of_pair(KindOfToken first, KindOfToken second) {
    return pairs_[place(first, second * 3, bits_.pairs)];
}

}  // namespace kith::screen
