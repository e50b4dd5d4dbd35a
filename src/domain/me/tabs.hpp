// The row of tabs over the pages about oneself.
#pragma once

#include <string_view>

#include "platform/html/view.hpp"

namespace kith::me {

// `current` is the path of the page that is open. For templates only.
void add_tabs(html::View&, std::string_view current);

}  // namespace kith::me
