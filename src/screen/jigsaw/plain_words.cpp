#include "screen/jigsaw/plain_words.hpp"

#include <algorithm>

namespace kith::screen {

namespace {

enum class Sort : std::uint8_t { gap, letter, digit, dropped };

Sort sort_of(std::string_view text, std::size_t at) {
    auto const c = text[at];
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return Sort::letter;
    if (c >= '0' && c <= '9') return Sort::digit;
    if (c == '\'') return Sort::dropped;
    auto const byte = static_cast<unsigned char>(c);
    if (byte < 0x80) return Sort::gap;
    // Quotes and dashes of print: E2 80 xx.
    auto const at_or_nul = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    if (byte == 0xE2 && at_or_nul(at + 1) == 0x80) return at_or_nul(at + 2) == 0x99 ? Sort::dropped : Sort::gap;
    return Sort::letter;
}

// By length, first and third letter: most words name no number, and this tells without comparing.
constexpr std::size_t number_sketches = 512;
constexpr std::size_t number_sketch(std::string_view word) {
    auto const letter = [&](std::size_t at) { return static_cast<unsigned char>(word[at]) & 31U; };
    return (letter(0) * 16 + letter(2) * 11 + word.size()) % number_sketches;
}
constexpr auto numbers_sketched = [] {
    std::array<bool, number_sketches> all{};
    for (auto const& number : number_words) all[number_sketch(number.word)] = true;
    return all;
}();

}  // namespace

PlainWords::PlainWords(std::string_view text) {
    std::size_t used = 0, start = 0;
    auto last = Sort::gap;
    auto const close = [&] {
        if (used > start && count_ < words_max) words_[count_++] = {bytes_.data() + start, used - start};
        start = used;
    };
    for (std::size_t at = 0; at < text.size() && used < bytes_max; ++at) {
        auto const sort = sort_of(text, at);
        bool const print = static_cast<unsigned char>(text[at]) == 0xE2 && sort != Sort::letter;
        if (print) at += 2;
        if (sort == Sort::dropped) continue;
        if (sort != last) close();
        last = sort;
        if (sort == Sort::gap) continue;
        char const c = text[at];
        bytes_[used++] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    close();
}

bool PlainWords::has(std::string_view word) const { return std::ranges::find(all(), word) != all().end(); }

int number_in(std::string_view word) {
    if (word.empty()) return -1;
    if (word[0] < '0' || word[0] > '9') {
        constexpr std::size_t shortest = 3, longest = 9;
        if (word.size() < shortest || word.size() > longest || !numbers_sketched[number_sketch(word)]) return -1;
        auto const* const found = std::ranges::find(number_words, word, &NumberWord::word);
        return found != std::end(number_words) ? found->value : -1;
    }
    if (word.size() > 6) return -1;
    int value = 0;
    for (char const c : word) value = value * 10 + (c - '0');
    return value;
}

}  // namespace kith::screen
