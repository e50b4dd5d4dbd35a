// What becomes of somebody's conversations when they leave a group, or the place.
#pragma once

#include <vector>

#include "base/time.hpp"
#include "domain/call/event.hpp"
#include "domain/messages/message.hpp"
#include "platform/sql/database.hpp"

namespace kith::messages {

// They have left a group. In conversations of several where they share no group with somebody any more,
// their seat ends: they read no further. What is between two only closes. Returns what open pages should
// hear of it.
std::vector<Event> part_ways(sql::Transaction&, PersonId, Time now);

// Before the account goes: what they said stays without a name, or goes too.
void forget_author(sql::Transaction&, PersonId, Words, Time now);
// After it: conversations that nobody can read any more go.
void remove_empty(sql::Transaction&);

}  // namespace kith::messages
