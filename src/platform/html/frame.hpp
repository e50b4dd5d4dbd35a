// A rendered template as Markup, to stand inside another: the page in its layout,
// a post in a live event.
#pragma once

#include "platform/html/view.hpp"

namespace kith::html {

Markup rendered(std::string_view template_name, View const&);

}  // namespace kith::html
