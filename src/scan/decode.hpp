// Bytes to well-formed UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kith::scan {

// How many bytes at the front are well-formed UTF-8 (RFC 3629). Fast over ASCII.
std::size_t utf8_prefix(std::string_view);
// How many bytes at the front are neither a quotation mark, a backslash nor a control character: what stands in
// JSON as it is.
std::size_t plain_run(std::string_view);
// The character that a byte stands for in the old code page of Windows; '?' for the five that it has not.
std::string_view windows_1252(char byte);
void append_utf8(std::string& out, char32_t character);
// At most `most` bytes from the front or the back of well-formed UTF-8, cut between characters.
std::string_view front_of(std::string_view, std::size_t most);
std::string_view back_of(std::string_view, std::size_t most);

}  // namespace kith::scan
