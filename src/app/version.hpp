// The program's version, as `kith --version` says it.
#pragma once

#include <string_view>

namespace kith::app {

inline constexpr std::string_view version = "0.1.0";

}  // namespace kith::app
