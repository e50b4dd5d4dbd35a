// Opening the database that the settings name: the key made where there is none, the migrations applied.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "app/settings.hpp"
#include "platform/sql/database.hpp"

namespace kith::app {

struct OpenedDatabase {
    std::unique_ptr<sql::Database> database;
    std::string folder;     // of the data; empty on PostgreSQL
    std::string key_file;   // likewise
    bool key_made = false;  // it was made just now: the person must be told what losing it means
};

// What to do where there is no database yet. On PostgreSQL both make the tables in the database that is named.
enum class Absent { make, refuse };

// Where the data lies, and its key; they need not be there yet. Nothing where it is PostgreSQL's.
struct Places {
    std::string folder, file, key_file;
};
Places places_of(ServeSettings const&);

// `when_lost`: see sql::SqliteSettings. Throws std::runtime_error in plain words.
OpenedDatabase open_database(ServeSettings const&, Absent = Absent::make, std::function<void()> when_lost = {});

// For copies: as it stands, with no migration applied.
OpenedDatabase open_as_it_is(ServeSettings const&);
// One that is not there yet, in a folder that is new or empty, without tables. What is in a database of PostgreSQL is
// not looked at.
OpenedDatabase open_new(ServeSettings const&);

// Whether anybody else has it open (platform/sql/in_use.hpp). False where there is none.
bool in_use(ServeSettings const&);

}  // namespace kith::app
