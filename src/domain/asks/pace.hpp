// How quickly asks are answered, for the group as a whole.
//
// Never about a person or an ask: the figure counts asks in fives, in the order in which they ended, so that it
// stands still until five more have, and nobody can see what became of one. Only asks that somebody offered to, or
// that nobody took in time, are counted.
#pragma once

#include <array>
#include <optional>

#include "domain/asks/ask.hpp"
#include "platform/sql/database.hpp"

namespace kith::asks {

inline constexpr int paces_at_once = 5;     // the fewest that are shown, and by how many the figure moves
inline constexpr int paces_shown_max = 50;  // the newest

// An ask has ended.
void note_pace(sql::Transaction&, Ask const&, Time now);

struct Pace {
    int asks = 0;
    int within_the_hour = 0;
    int the_same_day = 0;  // within twelve hours
    int later = 0;
    int not_answered = 0;
};
// Nothing while there are too few.
std::optional<Pace> pace_of(sql::Transaction&, GroupId);

}  // namespace kith::asks
