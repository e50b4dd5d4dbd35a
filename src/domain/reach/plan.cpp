#include "domain/reach/plan.hpp"

#include <algorithm>

#include "domain/people/quiet.hpp"
#include "domain/people/store.hpp"
#include "domain/reach/addresses.hpp"
#include "domain/reach/devices.hpp"
#include "domain/reach/jobs.hpp"
#include "domain/reach/store.hpp"
#include "platform/jobs/queue.hpp"

namespace kith::reach {

namespace {

constexpr std::int64_t week_days = 7;
// For who is quiet all day: looked at again when they change that, or after so long.
constexpr std::chrono::hours long_away{24};
// What was written so short a time ago may not be committed yet: it is left to the next letter.
constexpr std::chrono::seconds settling{10};

// When the letter of this day may come; nothing on a day that is free.
std::optional<Time> morning_of(QuietSettings const& settings, Zone const& zone, std::int64_t day) {
    auto const open = people::after_quiet(settings, zone.instant(day, digest_minute));
    return open && zone.wall(*open).day == day ? open : std::nullopt;
}

bool can_be_told(sql::Transaction& transaction, PersonId person, Outside const& outside) {
    auto const address = outside.mail ? address_of(transaction, person) : std::nullopt;
    if (address && address->takes_letters()) return true;
    return !outside.push_key.empty() && !devices_of(transaction, person).empty();
}

void tell(sql::Transaction& transaction, PersonId person, HowSoon how_soon, Counts const& counts,
          Outside const& outside, Time now) {
    if (!counts.any()) return;
    auto const address = outside.mail ? address_of(transaction, person) : std::nullopt;
    if (address && address->takes_letters())
        jobs::add(transaction, mail_job, person.bytes, MailTask{how_soon, counts}.stored(), now, now);
    if (outside.push_key.empty()) return;
    for (auto const& device : devices_of(transaction, person))
        jobs::add(transaction, push_job, device.id.bytes, "", now, now);
}

void plan_fresh(sql::Transaction& transaction, Time now, Outside const& outside, Pace const& pace) {
    for (auto const& one : fresh(transaction, planned_at_once)) {
        if (one.how_soon != HowSoon::at_once || !can_be_told(transaction, one.person, outside)) {
            drop(transaction, one.notice);  // the letter of the day counts for itself
            continue;
        }
        auto const times = times_of(transaction, one.person);
        auto due = now + pace.gathering;
        if (times) due = std::max(due, times->told + pace.gap);
        auto const open = people::after_quiet(people::quiet_settings_of(transaction, one.person), due);
        if (open)
            set_due(transaction, one.notice, *open);
        else
            drop(transaction, one.notice);
    }
}

void plan_at_once(sql::Transaction& transaction, Time now, Outside const& outside) {
    for (auto const& person : due_at_once(transaction, now, planned_at_once)) {
        auto const settings = people::quiet_settings_of(transaction, person);
        if (people::is_quiet(settings, now)) {
            put_off(transaction, person, people::after_quiet(settings, now).value_or(now + long_away));
            continue;
        }
        auto const counts = take_waiting(transaction, person);
        if (!counts.any()) continue;
        tell(transaction, person, HowSoon::at_once, counts, outside, now);
        if (auto times = times_of(transaction, person)) {
            times->told = now;
            keep_times(transaction, *times);
        }
    }
}

void plan_round(sql::Transaction& transaction, Time now, Outside const& outside, HowSoon how_soon) {
    bool const daily = how_soon == HowSoon::daily;
    for (auto times :
         daily ? due_daily(transaction, now, planned_at_once) : due_weekly(transaction, now, planned_at_once)) {
        auto const settings = people::quiet_settings_of(transaction, times.person);
        auto& next = daily ? times.next_daily : times.next_weekly;
        auto& from = daily ? times.daily_from : times.weekly_from;
        if (people::is_quiet(settings, now)) {
            next = people::after_quiet(settings, now).value_or(now + long_away);
        } else {
            auto const until = now - settling;
            tell(transaction, times.person, how_soon, unseen(transaction, times.person, how_soon, {from, until}),
                 outside, now);
            from = until;
            next = (daily ? next_daily(settings, now) : next_weekly(settings, now)).value_or(now + long_away);
        }
        keep_times(transaction, times);
    }
}

}  // namespace

std::optional<Time> next_daily(QuietSettings const& settings, Time now) {
    auto const& zone = Zone::find(settings.time_zone);
    auto const today = zone.wall(now).day;
    for (auto day = today; day <= today + week_days; ++day)
        if (auto const morning = morning_of(settings, zone, day); morning && *morning > now) return morning;
    return std::nullopt;
}

std::optional<Time> next_weekly(QuietSettings const& settings, Time now) {
    auto const& zone = Zone::find(settings.time_zone);
    auto const wall = zone.wall(now);
    auto const monday = wall.day - wall.weekday;
    for (auto const week : {monday, monday + week_days}) {
        std::optional<Time> first;
        for (auto day = week; day < week + week_days && !first; ++day) first = morning_of(settings, zone, day);
        if (first && *first > now) return first;
    }
    return std::nullopt;
}

void set_times(sql::Transaction& transaction, PersonId person, Time now) {
    auto const settings = people::quiet_settings_of(transaction, person);
    auto times = times_of(transaction, person).value_or(Times{person, {}, now, {}, now, {}});
    times.next_daily = next_daily(settings, now).value_or(now + long_away);
    times.next_weekly = next_weekly(settings, now).value_or(now + long_away);
    keep_times(transaction, times);
}

void plan(sql::Database& database, Time now, Outside const& outside, Pace const& pace) {
    if (!database.read([&](sql::Transaction& transaction) { return anything_to_plan(transaction, now); })) return;
    (void)database.write([&](sql::Transaction& transaction) -> Result<void> {
        plan_fresh(transaction, now, outside, pace);
        plan_at_once(transaction, now, outside);
        plan_round(transaction, now, outside, HowSoon::daily);
        plan_round(transaction, now, outside, HowSoon::weekly);
        return {};
    });
}

}  // namespace kith::reach
