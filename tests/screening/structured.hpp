// Made-up identifiers in made-up sentences: valid ones, near misses, and valid ones written so that a machine
// might not see them. Made anew each run from a seed, so that nobody can fit rules to a list.
//
// None belongs to anybody but by chance: the numbers are drawn at random, with right check digits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "screen/screen.hpp"

namespace kith::structured {

// Small and the same everywhere, unlike the standard library's distributions.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15ULL + 1) {}
    std::size_t under(std::size_t bound);
    bool one_in(std::size_t n) { return under(n) == 0; }
    char digit() { return static_cast<char>('0' + under(10)); }
    std::string digits(std::size_t count, bool first_not_zero = false);
    char letter(std::string_view of = "ABCDEFGHJKLMNPRSTUVWXYZ") { return of[under(of.size())]; }
    std::string letters(std::size_t count, std::string_view of = "ABCDEFGHJKLMNPRSTUVWXYZ");
    template <typename Range>
    auto const& any(Range const& range) {
        return range[under(range.size())];
    }

private:
    std::uint64_t state_;
};

struct Case {
    std::string text;
    std::size_t start = 0, end = 0;  // the identifier, in bytes
    screen::Class what{};
    std::string_view kind;  // "NHS number"
};

// `count` of each kind.
std::vector<Case> valid_cases(std::uint64_t seed, std::size_t count);
// Spelled, spaced, with look-alike or invisible characters.
std::vector<Case> hidden_cases(std::uint64_t seed, std::size_t count);
// What looks like one of `what` and is none: `start` to `end` should not be found as such by itself.
std::vector<Case> near_misses(std::uint64_t seed, std::size_t count);

}  // namespace kith::structured
