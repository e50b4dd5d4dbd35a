// Markdown as members write it, to Markup: md4c reads it, our own emitter
// writes from a closed list of tags and URL schemes.
//
// Tags: p br h2–h5 (the first level becomes h2 and none is left out, so that a post
// never outranks its page) strong em del code pre blockquote ul ol li a hr table thead
// tbody tr th td, and span.mention. Links: http, https and mailto only, with
// rel="noopener noreferrer nofollow"; anything else shows as text. No images (their words become a link),
// no raw HTML, no code by indentation. Every line break of the writer stays one.
//
// Time and size of what comes out are linear in the size of the text: a text that
// would make more (a table of thousands of empty cells, one long address referred
// to a thousand times) is shown as it was typed. Never fails. Any thread.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/html/mentions.hpp"
#include "platform/html/view.hpp"

namespace kith::html {

Markup markdown(std::string_view text);
// With "@Name" marked where it is one of the names and begins a word: the longest that fits.
Markup markdown(std::string_view text, MentionNames const& names);

// The indices (into the names given) of those mentioned, each once, in the order
// they are named first. What stands in code, in a quote or in a link mentions nobody.
std::vector<std::size_t> mentions_in(std::string_view text, MentionNames const& names);

}  // namespace kith::html
