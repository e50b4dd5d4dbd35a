// What is mine, all over the database: to take along, and to remove.
#pragma once

#include <vector>

#include "domain/ids.hpp"
#include "domain/people/person.hpp"
#include "platform/html/view.hpp"
#include "platform/sql/database.hpp"

namespace kith::me {

// In every group the person is in.
void set_capacity(sql::Transaction&, PersonId, Capacity);

// Groups where words of this person stand under their name, though they are no member any more.
std::vector<GroupId> groups_with_words_left(sql::Transaction&, PersonId);
// Takes the person's id out of rows that stay: who invited, decided, hid, wrote an agreement, reported.
void forget_traces(sql::Transaction&, PersonId, Time now);

// Everything that is this person's, each list under its name. Only what they wrote, chose or did themselves:
// no other person's name, words or votes.
html::View everything_of(sql::Transaction&, PersonId, Time now);

}  // namespace kith::me
