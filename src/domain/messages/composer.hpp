// What the forms for writing a message have in common; and the page of one more look.
#pragma once

#include "domain/call/answer.hpp"
#include "domain/messages/message.hpp"
#include "domain/messages/views.hpp"
#include "domain/screening/screening.hpp"

namespace kith::messages {

// What the check is told: of a conversation, or of people who are about to be written to.
screening::Between between_people(Call&, Seated const&);
screening::Between between_people(Call&, std::vector<PersonId> const& with);

// Adds place, person, words_are, surroundings, body and body_fault; all for templates alone.
void add_composer(Call&, html::View&, std::string place, screening::Between const&);

// Where a form is sent, in what words, and to whom.
struct Form {
    std::string action, send_label, back, back_label, place;
    std::vector<Hearer> hearers;
    screening::Between between;
};
Form form_of(Call&, Seated const&);
// Of a conversation that begins.
Form form_of(Call&, std::vector<PersonId> const& with);

// Status 422 while there is something to look at. Nothing is kept.
Answer look_again(Call&, Form, screening::Asked const&);

std::vector<Hearer> hearers_of(Seated const&);

}  // namespace kith::messages
