// The engine over one text of many, with what the calling thread has learnt of the words of those before.
//
// What is found does not depend on it. The memory ends with its thread; nothing of it leaves the program.
#pragma once

#include <string_view>

#include "screen/model.hpp"
#include "screen/screen.hpp"

namespace kith::scan {

screen::Report screen_with_memory(std::string_view text, screen::Model const&, screen::Settings);

}  // namespace kith::scan
