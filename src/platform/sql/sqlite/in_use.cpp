#include "platform/sql/in_use.hpp"

#include "platform/sql/sqlite/connection.hpp"
#include "platform/sql/sqlite/presence.hpp"
#include "sqlite3.h"

namespace kith::sql {

// Every open connection holds a shared lock on the file for as long as it lives (in WAL mode). With the locking mode
// "exclusive" a write wants the lock that none of them lets it have.
bool in_use(SqliteSettings const& settings) {
    sqlite::Presence const presence{settings.path};
    sqlite::Connection connection{settings, sqlite::Use::write};
    sqlite3_busy_timeout(connection.handle(), 0);
    connection.run_script("PRAGMA locking_mode = EXCLUSIVE");
    int const code = connection.take(sqlite::Connection::Step::begin_write);
    if (code == SQLITE_OK) connection.take(sqlite::Connection::Step::rollback);
    if (code != SQLITE_OK && (code & 0xff) != SQLITE_BUSY)
        sqlite::throw_failure(connection.handle(), code, "asking who else is there");
    return code != SQLITE_OK;
}

}  // namespace kith::sql
