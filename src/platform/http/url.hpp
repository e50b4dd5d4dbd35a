// Percent-encoding (RFC 3986 section 2.1; for forms, WHATWG URL section 5).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kith::http {

enum class Plus { is_plus, is_space };

// Nothing when a % is not followed by two hex digits.
std::optional<std::string> percent_decode(std::string_view, Plus);
// Everything but unreserved characters is encoded.
std::string percent_encode(std::string_view);

}  // namespace kith::http
