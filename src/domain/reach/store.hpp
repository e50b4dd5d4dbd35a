// Choices, times and what waits, in the database.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/reach/how_soon.hpp"
#include "platform/sql/database.hpp"

namespace kith::reach {

// One of my groups, with what I chose for it.
struct Choice {
    GroupId group;
    std::string group_name;
    HowSoon how_soon;
};
// By name.
std::vector<Choice> choices_of(sql::Transaction&, PersonId);
// Nothing happens for who is no member.
void choose(sql::Transaction&, PersonId, GroupId, HowSoon);

// When the next letters of a day and a week are due, and from when on each counts.
struct Times {
    PersonId person;
    Time next_daily, daily_from, next_weekly, weekly_from;
    Time told;  // the last time at once
};
std::optional<Times> times_of(sql::Transaction&, PersonId);
void keep_times(sql::Transaction&, Times const&);
std::vector<Times> due_daily(sql::Transaction&, Time now, std::size_t most);
std::vector<Times> due_weekly(sql::Transaction&, Time now, std::size_t most);

// A notice nobody has looked at yet, as to how soon its reader is told outside.
struct Fresh {
    NoticeId notice;
    PersonId person;
    HowSoon how_soon;  // at once where the reader is no member: it is about their own way in
};
std::vector<Fresh> fresh(sql::Transaction&, std::size_t most);
void set_due(sql::Transaction&, NoticeId, Time due);
void drop(sql::Transaction&, NoticeId);
// Looked at again, because a choice has changed.
void make_fresh(sql::Transaction&, PersonId);

std::vector<PersonId> due_at_once(sql::Transaction&, Time now, std::size_t most);
void put_off(sql::Transaction&, PersonId, Time due);
// What waits to be told at once and is still unread, by sort; and it waits no more.
Counts take_waiting(sql::Transaction&, PersonId);
// What came from `first` on and before `end`, in the groups that a person chose this for, and they have not seen.
struct Span {
    Time first, end;
};
Counts unseen(sql::Transaction&, PersonId, HowSoon, Span);

// True when anything is fresh or due: a look that costs no write.
bool anything_to_plan(sql::Transaction&, Time now);

}  // namespace kith::reach
