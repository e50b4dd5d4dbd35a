#include "domain/people/quiet.hpp"

namespace kith::people {

namespace {

constexpr unsigned every_weekday = 0b111'1111;
// Past a free day, out of the night, and so on: more steps than a week has.
constexpr int steps_max = 20;

bool day_is_quiet(QuietSettings const& settings, Zone::Wall const& wall) {
    return (settings.quiet_weekdays >> wall.weekday & 1) != 0;
}

bool hour_is_quiet(QuietSettings const& settings, Zone::Wall const& wall) {
    auto const [from, until] = std::pair{settings.from_minute, settings.until_minute};
    if (from <= until) return wall.minute >= from && wall.minute < until;
    return wall.minute >= from || wall.minute < until;
}

}  // namespace

bool is_quiet(QuietSettings const& settings, Time time) {
    if (settings.all_day) return true;
    auto const wall = Zone::find(settings.time_zone).wall(time);
    return day_is_quiet(settings, wall) || hour_is_quiet(settings, wall);
}

std::optional<Time> after_quiet(QuietSettings const& settings, Time time) {
    if (settings.all_day || (settings.quiet_weekdays & every_weekday) == every_weekday) return std::nullopt;
    auto const& zone = Zone::find(settings.time_zone);
    for (int step = 0; step < steps_max; ++step) {
        auto const wall = zone.wall(time);
        if (day_is_quiet(settings, wall))
            time = zone.instant(wall.day + 1, 0);
        else if (hour_is_quiet(settings, wall))
            time = zone.instant(wall.minute < settings.until_minute ? wall.day : wall.day + 1, settings.until_minute);
        else
            return time;
    }
    return std::nullopt;
}

}  // namespace kith::people
