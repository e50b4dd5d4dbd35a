// Writing lines of a log, and reading them. How lines are chained is said in chain.hpp.
//
// A line is written in the transaction of the act itself: it is there exactly when the act happened. Two transactions
// that write in the same log do so one after another; logs of different groups do not meet.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/acts/act.hpp"
#include "platform/sql/database.hpp"

namespace kith::acts {

// Whose log the place's own is: no group has this id.
inline constexpr GroupId of_the_place{};

// Whom or what a line is about. A person is kept by id, so that their name goes with their account.
struct About {
    std::optional<PersonId> person;
    std::string_view words;

    About(PersonId p) : person{p} {}
    About(std::string_view w) : words{w} {}
    About(std::string const& w) : words{w} {}
    About(char const* w) : words{w} {}
};

// `by` nobody: whoever runs the machine, in the place's log; in a group's log Kith itself.
void log(sql::Transaction&, GroupId, std::optional<PersonId> by, Act, About, std::string_view reason, Time now);

// The newest first, at most `most`; with `before` only lines with a lower number.
std::vector<LogLine> lines(sql::Transaction&, GroupId, std::optional<std::int64_t> before, std::size_t most);

// Takes a person out of every line that names them, and says so in each of these logs.
void forget(sql::Transaction&, PersonId, Time now);

// Begins the log of the place and of each group that has none yet, and moves into them what facilitators did before
// lines were chained. Only where no log was ever begun: one that was removed is not begun anew.
bool has_begun(sql::Transaction&);
void begin(sql::Transaction&, Time now);

}  // namespace kith::acts
