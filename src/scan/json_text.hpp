// JSON written straight to a string.
#pragma once

#include <string>
#include <string_view>

namespace kith::scan {

// With its quotation marks. What is not UTF-8 becomes U+FFFD.
void append_json(std::string& out, std::string_view text);
// What JSON has no word for (infinities) is null.
void append_json(std::string& out, double number);

}  // namespace kith::scan
