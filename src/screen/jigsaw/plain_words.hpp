// The words of a short stretch of text, made plain: lower case, no apostrophes, letters apart from digits
// ("14yo" is two words), everything else a gap. Only the beginning of a long stretch is read.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace kith::screen {

class PlainWords {
public:
    explicit PlainWords(std::string_view text);
    PlainWords(PlainWords const&) = delete;
    PlainWords& operator=(PlainWords const&) = delete;

    std::span<std::string_view const> all() const { return {words_.data(), count_}; }
    bool has(std::string_view word) const;

private:
    static constexpr std::size_t bytes_max = 160, words_max = 32;
    std::array<char, bytes_max> bytes_;
    std::array<std::string_view, words_max> words_;
    std::size_t count_ = 0;
};

// The value of a number in digits or in words up to ninety-nine ("fourteen"; "twenty" alone); -1 for other words.
int number_in(std::string_view plain_word);

struct NumberWord {
    std::string_view word;
    int value;
};
constexpr NumberWord number_words[] = {
    {"one", 1},       {"two", 2},       {"three", 3},    {"four", 4},     {"five", 5},       {"six", 6},
    {"seven", 7},     {"eight", 8},     {"nine", 9},     {"ten", 10},     {"eleven", 11},    {"twelve", 12},
    {"thirteen", 13}, {"fourteen", 14}, {"fifteen", 15}, {"sixteen", 16}, {"seventeen", 17}, {"eighteen", 18},
    {"nineteen", 19}, {"twenty", 20},   {"thirty", 30},  {"forty", 40},   {"fifty", 50},     {"sixty", 60},
    {"seventy", 70},  {"eighty", 80},   {"ninety", 90},
};

constexpr std::uint32_t hash_start = 2166136261U, hash_prime = 16777619U;
constexpr std::uint32_t hash_on(std::string_view text, std::uint32_t hash = hash_start) {
    for (char const c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    return hash;
}

}  // namespace kith::screen
