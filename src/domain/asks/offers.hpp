// What those whom an ask reaches say to it, in the database: an offer, or a pass.
#pragma once

#include <vector>

#include "domain/asks/ask.hpp"
#include "platform/sql/database.hpp"

namespace kith::asks {

struct Offer {
    PersonId person;
    std::string name;
    std::string words;  // Markdown; may be empty
    Time offered_at;
    bool helped = false;  // the asker has said so, to this person alone
};

// A second one says it in other words. In place of a pass, if there was one.
void offer(sql::Transaction&, Ask const&, PersonId, std::string_view words, Time now);
// False when there was none.
bool take_back_offer(sql::Transaction&, Ask const&, PersonId);
// In place of an offer, if there was one.
void pass(sql::Transaction&, Ask const&, PersonId);

// In the order in which they came; for the asker.
std::vector<Offer> offers(sql::Transaction&, AskId);
std::optional<Offer> offer_of(sql::Transaction&, AskId, PersonId);
bool has_offers(sql::Transaction&, AskId);
// False when this person has not offered.
bool say_helped(sql::Transaction&, AskId, PersonId, Time now);

// Those it reaches who are still members and have neither offered nor passed.
std::vector<PersonId> silent(sql::Transaction&, AskId);
// Whether this person has offered or passed already; only for what would ask them again.
bool has_answered(sql::Transaction&, AskId, PersonId);

}  // namespace kith::asks
