// What the rules for ages share.
#pragma once

#include <cstddef>

#include "screen/tokens.hpp"

namespace kith::screen::rules {

inline constexpr int age_max = 115;

// "3, 5 and 7", "8 & 10": the last of the ages, from the one at `last`.
std::size_t age_list_end(Reader const&, std::size_t last);

// Whether somebody is spoken of around tokens `first` to `last`, also in the sentence before.
bool somebody_around(Reader const&, std::size_t first, std::size_t last);

}  // namespace kith::screen::rules
