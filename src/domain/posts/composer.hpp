// What the forms for writing have in common: where their draft is kept, and what the check of the words
// is told about the place; and the page of one more look, where words come back that ask for it.
#pragma once

#include "domain/call/answer.hpp"
#include "domain/posts/company.hpp"
#include "domain/posts/drafts.hpp"
#include "domain/posts/post.hpp"
#include "domain/screening/screening.hpp"

namespace kith::posts {

// Adds place, person, words_are ("sent" when a form came back, "kept" when `draft` is shown), draft_is_back
// and surroundings; all for templates alone.
void add_composer(Call&, html::View&, Company&, DraftPlace, std::string_view draft);

// A form whose words came back: where it is sent, what its button says, and the way back.
struct LookForm {
    std::string action, send_label, back, back_label;
    DraftPlace place;
    bool may_hold = false;  // what is sent there can be held for a while
};

// What was written and may not be sent now outlives the refusal, as a draft.
void keep_unsaid(Call const&, DraftPlace, GroupId);

// The page of one more look, in answer to a form that was sent. Status 422 while there is something to look
// at. Nothing is kept.
Answer look_again(Call&, Company&, LookForm, html::View audience, screening::Asked const&);
Answer look_again(Call&, Membership const&, screening::Asked const&);  // a new thread
// A new thread from a form of its own (`action`), which goes back to `back`.
Answer look_again(Call&, Membership const&, screening::Asked const&, std::string action, std::string back);
Answer look_again(Call&, PostInGroup const& under, screening::Asked const&);              // an answer
Answer look_again_at_change(Call&, PostInGroup const& changed, screening::Asked const&);  // a change

}  // namespace kith::posts
