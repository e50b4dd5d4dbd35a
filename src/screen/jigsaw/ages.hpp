// Reads how old somebody is out of the words that tell it: "14yo", "aged six", "9 months", "Year 9", "in his 30s".
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace kith::screen {

struct Age {
    double share;  // of everybody whom the words fit
    bool exact;    // a year of age or less, or a school year
    int years;     // the first that is told; -1 when none is
    std::uint32_t key;
};

// `words` as of PlainWords; nothing when they tell no age.
std::optional<Age> age_in(std::span<std::string_view const> words);

// For words that were found to be an age: also of bare numbers.
inline constexpr double share_of_age_band = 0.08;  // "a teenager"

}  // namespace kith::screen
