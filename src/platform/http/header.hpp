// What may stand in a header field, so that nothing that a person wrote can end
// one header and begin another (response splitting), and the reading of lists
// that carry weights (`Accept: text/html;q=0.8`, RFC 9110 section 12.4.2).
#pragma once

#include <string_view>

namespace kith::http {

// A token (RFC 9110 section 5.6.2).
bool is_header_name(std::string_view);
// Visible characters, blanks, tabs and bytes from 0x80 on; no other control
// character, and no blank at either end.
bool is_header_value(std::string_view);

// How much a list like `text/html, application/json;q=0.5` wants `choice`, in
// thousandths; 0 where it is not in the list. Parameters other than q are passed over.
int weight_of(std::string_view list, std::string_view choice);

}  // namespace kith::http
