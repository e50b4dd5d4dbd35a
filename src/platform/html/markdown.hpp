// Markdown as members write it, to Markup: md4c reads it, our own emitter
// writes from a closed list of tags and URL schemes.
//
// Tags: p br h3–h5 (# becomes h3, so that a post never outranks its page)
// strong em del code pre blockquote ul ol li a hr table. Links: http, https and
// mailto only, with rel="noopener noreferrer nofollow"; anything else shows as
// text. No images, no raw HTML. Time is linear in the size of the text.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/html/view.hpp"

namespace kith::html {

Markup markdown(std::string_view text);

}  // namespace kith::html
