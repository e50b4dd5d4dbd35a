// From what happened to who is told of it.
//
// Runs inside the transaction of the act, so a notice is kept exactly when the
// act is. Never told: who did it, who is not a member (but the newcomer, of their
// own admission), and who has the same notice about the same thread unread.
#pragma once

#include "domain/call/event.hpp"
#include "platform/sql/database.hpp"

namespace kith::notices {

void record(sql::Transaction&, Event const&, Time now);

}  // namespace kith::notices
