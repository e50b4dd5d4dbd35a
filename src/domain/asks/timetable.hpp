// What is to be done with asks, and when: rows with a moment, done by `do_what_is_due` (due.hpp).
#pragma once

#include <string_view>
#include <vector>

#include "domain/asks/ask.hpp"
#include "platform/sql/database.hpp"

namespace kith::asks {

inline constexpr std::chrono::minutes duty_time_min{30};

enum class DueWhat { remind, duty, close, rest };
std::string_view stored(DueWhat);
std::optional<DueWhat> due_what_from(std::string_view);

struct Due {
    AskId ask;
    DueWhat what;
    Time at;
};

// An ask was sent: it waits to be taken.
void await_offer(sql::Transaction&, Ask const&);
// Somebody offered: nothing presses any more.
void stop_waiting(sql::Transaction&, Ask const&);
// Its last offer was taken back: it waits anew, from now on, without a second reminder.
void wait_again(sql::Transaction&, Ask const&, Time now);

void put(sql::Transaction&, Ask const&, DueWhat, Time at);
// False when it was done already, or put off.
bool take(sql::Transaction&, AskId, DueWhat, Time now);
// Peers on duty have heard of it: it does not close before they had a little time.
void give_duty_time(sql::Transaction&, Ask const&, Time now);
// The earliest first.
std::vector<Due> due_by(sql::Transaction&, Time now, std::size_t most);
// When this is due for the ask; nothing when it is not.
std::optional<Time> when(sql::Transaction&, AskId, DueWhat);

}  // namespace kith::asks
