// A picture that nobody took: hills and a lake, drawn by the program, for the example community.
#pragma once

#include <string>

namespace kith::app::demo {

// As PNG. The same each time.
std::string drawn_lake();

}  // namespace kith::app::demo
