// What could stand in a finding's place that says less: "a teenager" for an exact age, "a town", "last spring".
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "screen/screen.hpp"

namespace kith::screen {

// The nearest first; empty when nothing fits better than leaving the words out. `words` as they stand in the text.
std::vector<std::string> broader_wordings(Class, std::string_view words, Settings const&);

}  // namespace kith::screen
