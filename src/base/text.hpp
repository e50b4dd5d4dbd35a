// Text that came from outside: checked UTF-8, trimmed, counted in characters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kith::text {

// True for well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates).
bool is_utf8(std::string_view);

// Characters (code points) of well-formed UTF-8.
std::size_t characters(std::string_view);

// Without white space (ASCII) at either end.
std::string_view trim(std::string_view);

// One line of plain text for a name or a title: trimmed, runs of white space
// folded into one space, control characters and the Unicode controls that turn
// the direction of text (U+202A–202E, U+2066–2069) left out.
std::string one_line(std::string_view);

// Many lines: CRLF and CR become LF, other control characters but tab are left out, trimmed at the end.
std::string many_lines(std::string_view);

// At most `characters_max` characters, with an ellipsis where something was cut.
std::string shortened(std::string_view, std::size_t characters_max);

std::string ascii_lower(std::string_view);

}  // namespace kith::text
