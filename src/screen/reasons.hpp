// The usual sentence for each class of finding: what it looks like and what it leads to, in plain words.
#pragma once

#include <string_view>

#include "screen/screen.hpp"

namespace kith::screen {

std::string_view usual_reason(Class);

}  // namespace kith::screen
