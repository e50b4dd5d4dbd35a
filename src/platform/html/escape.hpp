// Escaping for what this folder writes by hand. Pages are escaped by their templates.
#pragma once

#include <string>
#include <string_view>

namespace kith::html {

// For text and for attributes in quotes: & < > " ' become entities.
void append_escaped(std::string& out, std::string_view text);
// A JSON string with its quotes (RFC 8259 section 7), safe too inside a script
// element: `</` and the line separators U+2028 and U+2029 are escaped.
void append_json_string(std::string& out, std::string_view text);

}  // namespace kith::html
