// Migrations: forward only, in the order of their names, one text for both
// databases, each all or nothing and recorded in the table `migrations`.
//
// A database that records a migration this program does not know is newer than
// the program: `migrate` then throws Failure and changes nothing.
#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/sql/database.hpp"

namespace kith::sql {

struct Migration {
    std::string_view name;  // "0001_people"
    std::string_view text;
};

// Recorded while a restore or a move fills the database, so that nobody takes what is there for the whole: `migrate`
// throws Failure then too.
inline constexpr std::string_view filling_mark = "9999_being_filled";

// What to say of a record of a migration that this program does not know.
std::string words_for_unknown(std::string_view name);

// The names of those that are recorded. Throws Failure where there never was one.
std::set<std::string> applied(Database&);

// Applies what is missing, and returns the names applied.
std::vector<std::string> migrate(Database&, std::span<Migration const>);

}  // namespace kith::sql
