#include "domain/people/pause.hpp"

#include <fmt/format.h>

#include "base/zone.hpp"

namespace kith::people {

namespace {

constexpr int minutes_of_day = 24 * 60;
constexpr int morning_minute = 7 * 60;  // where the hours of quiet do not say
constexpr std::int64_t an_hour_in_milliseconds = 60 * 60 * 1000;

int morning_of(QuietSettings const& settings) {
    return settings.from_minute == settings.until_minute ? morning_minute : settings.until_minute;
}

int minutes_from_to(int from, int to) { return (to - from + minutes_of_day) % minutes_of_day; }

bool is_within(PauseHours const& hours, int minute) {
    return minutes_from_to(hours.from_minute, minute) < minutes_from_to(hours.from_minute, hours.until_minute);
}

}  // namespace

std::string Pause::in_words() const {
    if (why == Why::late) return fmt::format("It is {:02}:{:02} where you are.", minute / 60, minute % 60);
    return fmt::format("Your day began {} hours ago.", hours);
}

std::optional<Pause> pause_at(QuietSettings const& settings, Time now) {
    if (!settings.pause_late && settings.long_day_hours == 0) return std::nullopt;
    auto const minute = Zone::find(settings.time_zone).wall(now).minute;
    auto const hours = minutes_from_to(morning_of(settings), minute) / 60;
    if (settings.pause_late && is_within(*settings.pause_late, minute)) return Pause{Pause::Why::late, minute, hours};
    if (settings.long_day_hours > 0 && hours >= settings.long_day_hours)
        return Pause{Pause::Why::long_day, minute, hours};
    return std::nullopt;
}

Time next_morning(QuietSettings const& settings, Time now) {
    auto const& zone = Zone::find(settings.time_zone);
    auto const today = zone.wall(now).day;
    for (auto day = today;; ++day)
        if (auto const morning = zone.instant(day, morning_of(settings));
            morning.milliseconds - now.milliseconds >= an_hour_in_milliseconds)
            return morning;
}

}  // namespace kith::people
