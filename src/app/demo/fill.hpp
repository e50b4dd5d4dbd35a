// Fills an empty database with the example community, through the same stores that serve it.
#pragma once

#include <string>
#include <vector>

#include "app/demo/plan.hpp"
#include "app/progress.hpp"
#include "platform/sql/database.hpp"

namespace kith::app::demo {

inline constexpr std::string_view password = "tea and biscuits 4";  // everyone's

struct Filled {
    struct Somebody {
        PersonId id;
        std::string name, email;
        std::string_view about;  // of the five whose sign-in is printed
        std::string token;       // empty unless asked for
    };
    struct Room {
        GroupId id;
        std::string_view name;
        std::vector<std::string> members;  // their addresses
    };
    std::vector<Somebody> people;  // the newcomer last
    std::vector<Room> rooms;
    std::size_t posts = 0;
};

enum class Tokens { none, everyone };

// Throws std::runtime_error when the database is not empty. Ids and times come from the wishes alone, but for those of
// log entries, notices and pens; sessions and secrets are always new.
Filled fill(sql::Database&, Wishes const&, Tokens, Progress&);

}  // namespace kith::app::demo
