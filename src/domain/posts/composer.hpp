// What the forms for writing have in common: where their draft is kept, and what the check of the words
// is told about the place; and the page of one more look, where words come back that ask for it.
#pragma once

#include "domain/call/answer.hpp"
#include "domain/posts/company.hpp"
#include "domain/posts/drafts.hpp"
#include "domain/posts/post.hpp"
#include "domain/screening/screening.hpp"

namespace kith::posts {

// A composer: where its words are kept meanwhile, and what its page says around the field.
struct Composer {
    DraftPlace place;
    std::string label, send_label;
    std::string hint{};
    std::string words{};  // in the field when there is neither a form that came back nor a draft
    int rows = 3;
    std::size_t characters_max = 60'000;
};

// Adds what composer_words.html and composer_send.html show but the audience, with the words and all that is chosen
// beside them: what came back, else the draft that is kept at the server (then `Call::kept` is set, so it comes before
// whatever else the form shows). Adds for the form words_are ("sent", "kept" or nothing), place, person, surroundings,
// draft_is_back and `choices`, those of a poll. All for templates alone.
void add_composer(Call&, html::View&, Company&, Composer);

// Without the words: place, person, words_are, draft_is_back and surroundings.
void add_surroundings(Call&, html::View&, Company&, DraftPlace, bool draft_is_back = false);

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
Answer look_again(Call&, Membership const&, screening::Asked const&);                     // a new thread
Answer look_again(Call&, PostInGroup const& under, screening::Asked const&);              // an answer
Answer look_again_at_change(Call&, PostInGroup const& changed, screening::Asked const&);  // a change

}  // namespace kith::posts
