// The clockwork of asks: reminds, calls on peers on duty, closes what nobody took.
//
// Nothing here remembers: the moments are rows (timetable.hpp), and what is done goes in one transaction with the row
// that asked for it. So it is done once, by whichever thread or process comes first, and what fell due while the
// server was down is done when it is back. Nothing depends on who has passed, but that they are not asked again.
#pragma once

#include "domain/call/call.hpp"
#include "domain/call/resting.hpp"

namespace kith::asks {

inline constexpr std::size_t due_at_once_max = 200;  // in one call; the rest waits for the next

// For a thread that comes round every few seconds, and for tests with a clock of their own. `now` is what is due. What
// cannot be done rests, and the others are done. May throw sql::Failure where nothing can be read.
void do_what_is_due(Services const&, Resting&, Time now);

}  // namespace kith::asks
