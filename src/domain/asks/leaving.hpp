// What becomes of asks, offers and turns when somebody leaves a group.
//
// Asks are for a moment, not for the record: one's own go with their words and all that was said to them; one's
// offers, passes and turns go. An ask whose only offer went waits to be taken anew.
#pragma once

#include "domain/ids.hpp"
#include "platform/sql/database.hpp"

namespace kith::asks {

void forget(sql::Transaction&, GroupId, PersonId, Time now);

}  // namespace kith::asks
