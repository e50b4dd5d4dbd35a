// Asking with a poll: a part of the form of a new thread, and what hangs under the thread then. All else of that form,
// who may, the check, the name it is written under, holding it, drafts, is that of posts.
#pragma once

#include "domain/call/call.hpp"
#include "domain/ids.hpp"

namespace kith::polls {

// Adds child `poll_form`: the ways to vote, who will see the votes, when it closes. The choices themselves are words,
// and come from the composer.
void add_form(Call&, html::View&, GroupId);

// Of a form that gives choices; `words` end in them (posts/choices.hpp). Invalid where there are too few or too many,
// one too long, two alike, or something was chosen that is in no list.
Result<UnderHead::Asked> read_form(Call const&, std::string_view words);

}  // namespace kith::polls
