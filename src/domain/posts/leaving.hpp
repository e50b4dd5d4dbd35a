// What becomes of what somebody wrote in a group when they leave it.
#pragma once

#include "base/time.hpp"
#include "domain/ids.hpp"
#include "platform/sql/database.hpp"

namespace kith::posts {

// The words stay, the name goes: from now on "A former member". What they said in support goes too.
void keep_without_name(sql::Transaction&, GroupId, PersonId);

// Everything they wrote under their name is emptied, with what it said before; only its place in the threads stays.
// Words under a pen stay, and lead to nobody any more: were they to go in the moment in which somebody leaves, that
// would tell whose they were.
void withdraw_all(sql::Transaction&, GroupId, PersonId, Time now);

// Words that they had not sent yet.
void forget_drafts(sql::Transaction&, GroupId, PersonId);

}  // namespace kith::posts
