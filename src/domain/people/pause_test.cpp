#include "domain/people/pause.hpp"

#include <gtest/gtest.h>

#include "base/zone.hpp"

namespace kith::people {
namespace {

constexpr std::int64_t some_day = 20'778;  // 2026-11-21: Britain's clock is UTC's

Time at(std::string_view zone, int hour, int minute = 0) {
    return Zone::find(zone).instant(some_day, hour * 60 + minute);
}

QuietSettings late_in(std::string zone) {
    QuietSettings settings;
    settings.time_zone = std::move(zone);
    settings.pause_late = PauseHours{};
    return settings;
}

TEST(Pause, NobodyWhoHasNotChosenItIsHeldBack) {
    for (int hour = 0; hour < 24; ++hour) EXPECT_FALSE(pause_at({}, at("UTC", hour)));
}

TEST(Pause, ReachesOverMidnightOnTheClockOfThePlace) {
    auto const here = late_in("Europe/London"), there = late_in("America/New_York");
    EXPECT_FALSE(pause_at(here, at("Europe/London", 21, 59)));
    EXPECT_TRUE(pause_at(here, at("Europe/London", 22)));
    EXPECT_TRUE(pause_at(here, at("Europe/London", 5, 59)));
    EXPECT_FALSE(pause_at(here, at("Europe/London", 6)));
    EXPECT_FALSE(pause_at(there, at("Europe/London", 23)));  // six in the evening there
    EXPECT_EQ(pause_at(here, at("Europe/London", 23, 40))->in_words(), "It is 23:40 where you are.");
}

TEST(Pause, ADayIsLongFromTheEndOfTheQuietHours) {
    QuietSettings settings;  // quiet until seven
    settings.long_day_hours = 10;
    EXPECT_FALSE(pause_at(settings, at("UTC", 16, 59)));
    auto const found = pause_at(settings, at("UTC", 17, 30));
    ASSERT_TRUE(found);
    EXPECT_EQ(found->in_words(), "Your day began 10 hours ago.");
}

TEST(Pause, TheMorningIsTheNextEndOfQuiet) {
    QuietSettings const settings;
    auto const& zone = Zone::find("UTC");
    EXPECT_EQ(next_morning(settings, at("UTC", 23)), zone.instant(some_day + 1, 7 * 60));
    EXPECT_EQ(next_morning(settings, at("UTC", 2)), zone.instant(some_day, 7 * 60));
    EXPECT_EQ(next_morning(settings, at("UTC", 6, 30)), zone.instant(some_day + 1, 7 * 60));  // too soon to be a night
    QuietSettings none;
    none.from_minute = none.until_minute = 12 * 60;
    EXPECT_EQ(next_morning(none, at("UTC", 23)), zone.instant(some_day + 1, 7 * 60));
}

}  // namespace
}  // namespace kith::people
