// The listening rota: turns that members take to be there when nobody else has taken an ask.
//
// A turn is a span of time on one day, by the clock of the group's zone when it was made, and belongs to one member.
// Every member sees the rota. A holder may ask for somebody to take a turn; who takes it may hand over one of their
// own, where the holder would take one back.
#pragma once

#include <chrono>
#include <vector>

#include "domain/call/row.hpp"
#include "domain/groups/group.hpp"
#include "platform/sql/database.hpp"

namespace kith {

inline constexpr std::chrono::minutes turn_min{30};
inline constexpr std::chrono::hours turn_max{12};
inline constexpr int turn_weeks_max = 12;                 // how many a week apart are made at once
inline constexpr std::chrono::days turns_ahead_max{183};  // how far ahead one can begin
inline constexpr std::size_t turns_of_member_max = 60;    // to come, in one group
inline constexpr std::size_t turns_listed_max = 200;

struct Turn {
    TurnId id;
    GroupId group;
    PersonId person;
    Time from, until;
    bool swaps = false;           // its holder asks for somebody to take it
    bool takes_one_back = false;  // and would take one of theirs
};

struct TurnInGroup {
    Turn turn;
    Membership membership;
};

namespace rota {
struct Policy;
}

struct HoldTurn {
    using Policy = rota::Policy;
};  // its holder, while it is to come
struct TakeTurn {
    using Policy = rota::Policy;
};  // another member, while its holder asks for it

using TurnHolder = Granted<HoldTurn, TurnInGroup>;
using TurnTaker = Granted<TakeTurn, TurnInGroup>;

}  // namespace kith

namespace kith::rota {

struct Policy {
    static Result<TurnHolder> hold(Call&, GroupId, TurnId);
    static Result<TurnTaker> take(Call&, GroupId, TurnId);
};

// For rows whose path holds {group} and {turn}.
extern Gate<TurnHolder> const may_hold;
extern Gate<TurnTaker> const may_take;

// The rows.
void add(sql::Transaction&, Turn const&);
void remove(sql::Transaction&, TurnId);
std::optional<Turn> find(sql::Transaction&, GroupId, TurnId);
void hand_over(sql::Transaction&, TurnId, PersonId to);
void ask_for_swap(sql::Transaction&, Turn const&, bool takes_one_back, Time now);
void stop_swap(sql::Transaction&, TurnId);

struct Line {
    Turn turn;
    std::string name;
};
// Those that have not ended, by time.
std::vector<Line> to_come(sql::Transaction&, GroupId, Time now);
// Of one person, in all their groups.
struct OwnLine {
    Turn turn;
    std::string group_name;
};
std::vector<OwnLine> of_person(sql::Transaction&, PersonId, Time now);
bool overlaps(sql::Transaction&, GroupId, PersonId, Time from, Time until);

// Members whose turn it is, but this one.
std::vector<PersonId> on_duty(sql::Transaction&, GroupId, PersonId but, Time now);
// When the next turn of another begins before that; nothing when none does.
std::optional<Time> next_turn(sql::Transaction&, GroupId, PersonId but, Time after, Time before);
void forget(sql::Transaction&, GroupId, PersonId);

}  // namespace kith::rota
