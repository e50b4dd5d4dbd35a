// From what waits to jobs: who is told outside the page, when, and of how many things.
//
// Called again and again (jobs::Recurring). All that is due is a row, and the row is gone or moved on in the
// same transaction that makes the job, so nothing is told twice or forgotten, however often the program dies.
// Nobody is told in their hours of quiet, of what they have read meanwhile, or of a group they have left.
#pragma once

#include "domain/call/outside.hpp"
#include "domain/people/person.hpp"
#include "domain/reach/how_soon.hpp"
#include "platform/sql/database.hpp"

namespace kith::reach {

inline constexpr std::chrono::seconds plan_every{1};
inline constexpr std::size_t planned_at_once = 200;

// How long things are gathered, and the least time between two letters at once.
struct Pace {
    std::chrono::milliseconds gathering = kith::gathering;
    std::chrono::milliseconds gap = at_once_gap;
};

void plan(sql::Database&, Time now, Outside const&, Pace const& = {});

// The times of somebody who can be reached from now on, or whose quiet has changed.
void set_times(sql::Transaction&, PersonId, Time now);

// The next morning after `now` on which a letter of the day may come, or of the week: the first day of
// theirs that is not free. Nothing for who is quiet all day.
std::optional<Time> next_daily(QuietSettings const&, Time now);
std::optional<Time> next_weekly(QuietSettings const&, Time now);

}  // namespace kith::reach
