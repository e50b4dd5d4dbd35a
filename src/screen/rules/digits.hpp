// Digits as people write them: in groups, with any signs between, in words ("oh seven double seven"), with letters that
// look like digits (O, l).
#pragma once

#include <cstdint>
#include <string_view>

#include "screen/tokens.hpp"

namespace kith::screen::rules {

inline constexpr std::size_t run_digits_max = 40;
inline constexpr std::size_t run_groups_max = 24, spread_groups_min = 5;

struct DigitGroup {
    std::uint32_t first, last;  // tokens
    std::uint8_t offset, size;  // of its digits
    char separator;             // between it and the group before: ' ', a sign, or NUL where they touch
    bool spelled;               // in words, or with letters for digits
};

struct DigitRun {
    char digits[run_digits_max];
    DigitGroup groups[run_groups_max];
    std::size_t digit_count = 0, group_count = 0;
    bool plus = false;          // a + before the first
    bool paren = false;         // the first, or what is behind the +, in parentheses
    std::uint32_t opening = 0;  // where + or ( before the first stands, else the first token
};

// The longest run that begins at token `i`; empty when none does.
DigitRun read_digits(Reader const&, std::size_t i);

// Some groups of a run, one behind the other.
class DigitWindow {
public:
    DigitWindow(DigitRun const& run, std::size_t from, std::size_t to) : run_(run), from_(from), to_(to) {}

    std::string_view digits() const {
        auto const start = run_.groups[from_].offset;
        return {run_.digits + start,
                static_cast<std::size_t>(group(count() - 1).offset + group(count() - 1).size - start)};
    }
    std::size_t size() const { return digits().size(); }
    std::size_t count() const { return to_ - from_; }
    DigitGroup const& group(std::size_t n) const { return run_.groups[from_ + n]; }
    // Whether the groups are of these sizes.
    template <std::size_t N>
    bool sizes(int const (&wanted)[N]) const {
        if (count() != N) return false;
        for (std::size_t n = 0; n < N; ++n)
            if (group(n).size != wanted[n]) return false;
        return true;
    }
    // There are separators within it, and every one is `separator`.
    bool apart_by(char separator) const;
    // No `.` or `/` stands beside another separator: "01.02.2003 10" is no one number.
    bool even() const;
    bool spelled() const;
    // Digit by digit: "0 7 7 0 0", or in words.
    bool spread() const;
    bool at_start() const { return from_ == 0; }
    bool plus() const { return at_start() && run_.plus; }
    bool paren() const { return at_start() && run_.paren; }
    std::uint32_t first() const { return at_start() ? run_.opening : group(0).first; }
    std::uint32_t last() const { return group(count() - 1).last; }

private:
    DigitRun const& run_;
    std::size_t from_, to_;
};

}  // namespace kith::screen::rules
