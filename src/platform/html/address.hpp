// The address of a link in a text, as far as Kith makes it a link.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kith::html {

// Ready to stand in href="…" after escaping: http, https or mailto, no control
// character, no blank; bytes beyond ASCII percent-encoded. Nothing for any other.
std::optional<std::string> link_address(std::string_view address);

// The character of "&amp;", "&#169;" or "&#xA9;" as UTF-8; the entity itself where
// the name is not one of the five that XML knows. U+FFFD where no text can hold it.
std::string entity_text(std::string_view entity);

}  // namespace kith::html
