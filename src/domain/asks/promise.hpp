// What a group promises to those who ask: within how long, between which hours of the day, and where its members
// meet face to face. From it come the moments of an ask.
#pragma once

#include <optional>
#include <string>

#include "domain/asks/ask.hpp"
#include "domain/asks/wall.hpp"
#include "domain/groups/group.hpp"
#include "platform/http/form.hpp"
#include "platform/sql/database.hpp"

namespace kith::asks {

inline constexpr int promise_minutes_min = 15;
inline constexpr int promise_minutes_max = 24 * 60;
inline constexpr int day_minutes_min = 60;  // a day of the promise is at least so long
inline constexpr std::size_t meets_characters_max = 300;

struct Promise {
    std::chrono::minutes within{120};
    int day_from = 8 * 60;  // minutes of the day there
    int day_until = 20 * 60;
    std::string zone_name{default_zone};
    Zone const* zone = &Zone::find(default_zone);
    std::string meets;  // "First Tuesdays, 18:00, over the bakery"

    // `span` later, where only the hours of the day count.
    Time after(Time, std::chrono::milliseconds span) const;
    bool in_daytime(Time) const;
};

Promise promise_of(sql::Transaction&, GroupId);
void keep_promise(sql::Transaction&, GroupId, Promise const&);
// "2 hours", "90 minutes"
std::string span_in_words(std::chrono::minutes);

// When what is wanted by `by` is wanted; nothing when there is no hurry.
std::optional<Time> wanted_by(Promise const&, By, Time now);

// The moments of an ask that nobody takes, from `begins` on.
struct Moments {
    Time remind_at;  // those who have said nothing
    Time duty_at;    // peers on duty
    Time close_at;   // it closes itself
};
Moments moments_of(Promise const&, Ask const&, Time begins);

}  // namespace kith::asks
