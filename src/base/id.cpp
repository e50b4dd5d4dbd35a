#include "base/id.hpp"

#include <sys/random.h>

#include <algorithm>
#include <cstdlib>

namespace kith::detail {

namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr unsigned base = 62;
constexpr std::uint64_t base_to_the_tenth = 839'299'365'868'340'224;

using Wide = unsigned __int128;

// The kernel's generator, drawn in blocks: one call for many ids. Each thread
// has a block of its own, and what has been given out is wiped from it.
void fill_random(std::uint8_t* out, std::size_t bytes) {
    constexpr std::size_t block_bytes = 256;  // getrandom never returns short up to this size
    static thread_local std::array<std::uint8_t, block_bytes> block;
    static thread_local std::size_t used = block_bytes;
    if (used + bytes > block_bytes) {
        if (getrandom(block.data(), block_bytes, 0) != static_cast<ssize_t>(block_bytes)) std::abort();
        used = 0;
    }
    std::memcpy(out, block.data() + used, bytes);
    std::memset(block.data() + used, 0, bytes);
    used += bytes;
}

int digit_of(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
    if (c >= 'a' && c <= 'z') return c - 'a' + 36;
    return -1;
}

}  // namespace

IdBytes random_id_bytes() {
    IdBytes bytes;
    fill_random(bytes.data(), bytes.size());
    return bytes;
}

IdBytes ordered_id_bytes(Time now) {
    IdBytes bytes = random_id_bytes();
    auto const milliseconds = static_cast<std::uint64_t>(now.milliseconds);
    for (int i = 0; i < 6; ++i)
        bytes[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(milliseconds >> (40 - 8 * i));
    return bytes;
}

std::string id_text(IdBytes const& bytes) {
    Wide value = 0;
    for (auto byte : bytes) value = value << 8 | byte;
    std::string text(id_text_bytes, '0');
    // Ten digits at a time: a division of 128 bits is a call, one of 64 an instruction.
    for (std::size_t end = id_text_bytes; end > 0; value /= base_to_the_tenth) {
        auto part = static_cast<std::uint64_t>(value % base_to_the_tenth);
        for (std::size_t digits = std::min(end, std::size_t{10}); digits > 0; --digits, part /= base)
            text[--end] = alphabet[part % base];
    }
    return text;
}

std::optional<IdBytes> id_parse(std::string_view text) {
    if (text.size() != id_text_bytes) return std::nullopt;
    constexpr Wide most = ~Wide{0};
    Wide value = 0;
    for (char c : text) {
        int const digit = digit_of(c);
        if (digit < 0) return std::nullopt;
        if (value > (most - static_cast<unsigned>(digit)) / base) return std::nullopt;
        value = value * base + static_cast<unsigned>(digit);
    }
    IdBytes bytes;
    for (std::size_t i = id_bytes; i-- > 0; value >>= 8) bytes[i] = static_cast<std::uint8_t>(value);
    return bytes;
}

}  // namespace kith::detail
