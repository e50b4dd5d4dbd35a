// The pause before words are sent, as each person has chosen it: late at night, or at the end of a long day.
//
// Nothing is measured for it. A day begins when the hours of quiet end, on the clock of the person's place.
#pragma once

#include <optional>
#include <string>

#include "domain/people/person.hpp"

namespace kith::people {

struct Pause {
    enum class Why { late, long_day };
    Why why = Why::late;
    int minute = 0;  // what the person's clock says now
    int hours = 0;   // since their day began

    std::string in_words() const;  // "It is 23:40 where you are."
};

// Whether a pause suits what this person sends at this moment.
std::optional<Pause> pause_at(QuietSettings const&, Time);

// The next end of their hours of quiet that is at least an hour away; seven o'clock for who has none.
Time next_morning(QuietSettings const&, Time);

}  // namespace kith::people
