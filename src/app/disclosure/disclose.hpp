// Prints what could be handed over about one person, table by table, as the promise names it (promise.hpp).
//
// It reads the tables that the schema lists, so none is forgotten. Of a row it prints what is this person's; another
// person is "somebody else", and words that somebody else wrote are said to be there and not printed. One transaction,
// one thread; each table is read a row at a time, and some several times.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "app/disclosure/promise.hpp"
#include "domain/ids.hpp"
#include "platform/sql/database.hpp"

namespace kith::app {

using Line = std::function<void(std::string_view)>;

// Throws std::runtime_error where the database holds what the promise does not name: rather nothing than not all.
void disclose(sql::Transaction&, Promise const&, PersonId, Line const& line);

}  // namespace kith::app
