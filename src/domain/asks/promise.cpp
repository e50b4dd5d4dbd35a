#include "domain/asks/promise.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace kith::asks {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;

namespace {

constexpr minutes a_little_later{120};    // what is wanted today late in the evening
constexpr hours unhurried{24 * 7};        // how long an ask waits that has no hurry
constexpr int days_walked_max = 24 * 60;  // more than any promise takes

}  // namespace

static sql::Statement const select_promise{
    "SELECT promise_minutes, day_from_minute, day_until_minute, zone, meets FROM ask_settings WHERE group_id = $1"};

Promise promise_of(sql::Transaction& transaction, GroupId group) {
    return transaction
        .one(
            select_promise,
            [](sql::Row const& row) {
                Promise promise;
                promise.within = minutes{row.integer(0)};
                promise.day_from = static_cast<int>(row.integer(1));
                promise.day_until = static_cast<int>(row.integer(2));
                if (auto const* zone = zone_named(row.text(3))) {
                    promise.zone_name = row.string(3);
                    promise.zone = zone;
                }
                promise.meets = row.string(4);
                return promise;
            },
            group)
        .value_or(Promise{});
}

static sql::Statement const upsert_promise{
    "INSERT INTO ask_settings (group_id, promise_minutes, day_from_minute, day_until_minute, zone, meets) "
    "VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (group_id) DO UPDATE SET promise_minutes = $2, "
    "day_from_minute = $3, day_until_minute = $4, zone = $5, meets = $6"};

void keep_promise(sql::Transaction& transaction, GroupId group, Promise const& promise) {
    transaction.run(upsert_promise, group, static_cast<std::int64_t>(promise.within.count()), promise.day_from,
                    promise.day_until, promise.zone_name, promise.meets);
}

std::string span_in_words(minutes span) {
    auto const count = span.count();
    if (count % 60 != 0) return fmt::format("{} minutes", count);
    return count == 60 ? "one hour" : fmt::format("{} hours", count / 60);
}

Time Promise::after(Time from, milliseconds span) const {
    auto day = zone->wall(from).day;
    auto at = from;
    for (int walked = 0; walked < days_walked_max; ++walked, ++day) {
        auto const begins = std::max(at, zone->instant(day, day_from));
        auto const ends = zone->instant(day, day_until);
        if (begins >= ends) continue;
        if (ends - begins >= span) return begins + span;
        span -= ends - begins;
    }
    return at;
}

bool Promise::in_daytime(Time time) const {
    auto const minute = zone->wall(time).minute;
    return minute >= day_from && minute < day_until;
}

std::optional<Time> wanted_by(Promise const& promise, By by, Time now) {
    switch (by) {
        case By::hour: return now + hours{1};
        case By::today: {
            auto const midnight = promise.zone->instant(promise.zone->wall(now).day + 1, 0);
            return std::max(midnight, now + a_little_later);
        }
        case By::week: return now + days{7};
        case By::whenever: return std::nullopt;
    }
    return std::nullopt;
}

Moments moments_of(Promise const& promise, Ask const& ask, Time begins) {
    Moments moments;
    moments.duty_at = promise.after(begins, promise.within);
    if (ask.wanted_by && *ask.wanted_by > begins)
        moments.duty_at = std::min(moments.duty_at, begins + (*ask.wanted_by - begins) / 2);
    moments.remind_at = std::min(promise.after(begins, promise.within / 2), begins + (moments.duty_at - begins) / 2);
    bool const hurried = ask.by == By::hour || ask.by == By::today;
    moments.close_at =
        hurried ? promise.after(moments.duty_at, promise.within) : ask.wanted_by.value_or(moments.duty_at + unhurried);
    if (hurried && ask.wanted_by) moments.close_at = std::min(moments.close_at, *ask.wanted_by);
    moments.close_at = std::max(moments.close_at, moments.duty_at);
    return moments;
}

}  // namespace kith::asks
