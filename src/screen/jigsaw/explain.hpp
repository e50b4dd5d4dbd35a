// The jigsaw in words, as a colleague would say it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "screen/jigsaw/combine.hpp"

namespace kith::screen {

// "about 1,200": as exact as an estimate is.
std::string about(double people);

// `words`: what is told, in the writer's own words, each once. `earlier`: some of it in earlier texts.
std::string explain(Combined const&, std::span<std::string_view const> words, bool earlier, std::string_view broaden,
                    std::optional<double> people_then);

}  // namespace kith::screen
