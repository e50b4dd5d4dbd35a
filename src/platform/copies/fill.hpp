// Filling an empty database with the rows of another place: a backup that is restored, a database that is moved.
//
// The tables are made by the migrations that the source had, the rows put in as they were, the words of the index made
// anew. Until the last step the database is marked as not filled: no program of Kith opens it (sql::migrate).
#pragma once

#include <span>

#include "platform/copies/rows.hpp"
#include "platform/sql/migrate.hpp"

namespace kith::copies {

// Throws sql::Failure where the database holds a table already, or the source is newer than this program.
void fill(sql::Database&, Rows&, std::span<sql::Migration const>, Watching const& = {});

}  // namespace kith::copies
