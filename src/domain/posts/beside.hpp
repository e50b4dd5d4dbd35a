// What a form says beside its words, for whoever hands the form on: the page of one more look as hidden fields, words
// that are held and drafts as a text in the form in which a form is sent.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "platform/http/form.hpp"

namespace kith::posts {

using EachField = std::function<void(std::string_view name, std::string_view value)>;

// All that posts, polls, asks and changes of posts know, in one order. Not the files, the hold or the mark of a look:
// those are for whoever hands on.
void each_beside_words(http::Form const&, EachField const&);

// With the name it is written under, the files, and the mark of the look that the words had.
std::string kept_with_held(http::Form const&);
// A draft does not keep under which name it was begun, for what was meant for a pen must not go under one's own by a
// press that did not think of it; nor what it quoted, or which version of a post it changes.
std::string kept_with_draft(http::Form const&);

}  // namespace kith::posts
