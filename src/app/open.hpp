// Opening the database that the settings name: the key made where there is none, the migrations applied.
#pragma once

#include <memory>
#include <string>

#include "app/settings.hpp"
#include "platform/sql/database.hpp"

namespace kith::app {

struct OpenedDatabase {
    std::unique_ptr<sql::Database> database;
    std::string key_file;      // empty on PostgreSQL
    bool key_made = false;     // it was made just now: the person must be told what losing it means
};

// Throws std::runtime_error in plain words.
OpenedDatabase open_database(ServeSettings const&);

}  // namespace kith::app
