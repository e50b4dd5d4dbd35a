// What becomes of asks, offers and turns when somebody leaves a group.
//
// Asks are for a moment, not for the record: one's own go with their words and all that was said to them; one's
// offers, passes and turns go. An ask whose only offer went waits to be taken anew.
//
// An ask under a pen stays until its time is over, like posts under one: were it to go in that moment, that would tell
// whose it was. Where who leaves takes their name along, and where the account ends, it leads to nobody any more.
#pragma once

#include "domain/ids.hpp"
#include "platform/sql/database.hpp"

namespace kith::asks {

void forget(sql::Transaction&, GroupId, PersonId, Time now);
// Those under a pen, after `forget`.
void let_go(sql::Transaction&, GroupId, PersonId);

}  // namespace kith::asks
