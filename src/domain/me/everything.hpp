// The person's own data, in parts: each file reads some of it, statement beside reader.
//
// A statement never reads a column that somebody else wrote: of a quote, a vouch, a decision or a conversation only
// the person's own part is taken, and the rest by its id or date.
#pragma once

#include <string>

#include "base/time.hpp"
#include "domain/ids.hpp"
#include "platform/html/view.hpp"
#include "platform/sql/database.hpp"

namespace kith::me {

// Posts and what goes with them: earlier versions, support, votes, drafts, what is held, what the check keeps.
void add_said(html::View&, sql::Transaction&, PersonId);
// Asks, offers, passes; turns on the rota, and where the person is around.
void add_asked(html::View&, sql::Transaction&, PersonId);
// Messages, conversations, how they reach the person, whom they blocked.
void add_messages(html::View&, sql::Transaction&, PersonId);

// A time, or empty where there is none.
inline std::string when(sql::Row const& row, int column) {
    return row.is_null(column) ? std::string{} : iso(row.time(column));
}

inline html::View::List collect(sql::Transaction& transaction, sql::Statement const& statement, PersonId person,
                                html::View (*read)(sql::Row const&)) {
    return transaction.all(statement, read, person);
}

}  // namespace kith::me
