// The words of Markdown without its marks, on one line: for an excerpt.
#pragma once

#include <string>
#include <string_view>

namespace kith::html {

std::string plain_text(std::string_view markdown);

}  // namespace kith::html
