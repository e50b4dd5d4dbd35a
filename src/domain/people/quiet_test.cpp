// Hours and days of quiet, in the person's own time.
#include "domain/people/quiet.hpp"

#include <gtest/gtest.h>

namespace kith::people {
namespace {

// 2026-11-21 (day 20778) is a Saturday.
Time at(std::int64_t day, int hour, int minute = 0) { return {(day * 24 * 60 + hour * 60 + minute) * 60'000}; }
constexpr std::int64_t friday = 20'777, saturday = 20'778, sunday = 20'779, monday = 20'780;

TEST(Quiet, TheNightIsQuietByDefault) {
    QuietSettings const settings;
    EXPECT_FALSE(is_quiet(settings, at(friday, 18, 59)));
    EXPECT_TRUE(is_quiet(settings, at(friday, 19)));
    EXPECT_TRUE(is_quiet(settings, at(saturday, 6, 59)));
    EXPECT_EQ(after_quiet(settings, at(friday, 23)), at(saturday, 7));
    EXPECT_EQ(after_quiet(settings, at(saturday, 3)), at(saturday, 7));
    EXPECT_EQ(after_quiet(settings, at(saturday, 12)), at(saturday, 12));
}

TEST(Quiet, OnTheClockOfTheirPlace) {
    QuietSettings settings;
    settings.time_zone = "America/New_York";  // five hours behind in November
    EXPECT_FALSE(is_quiet(settings, at(friday, 20)));
    EXPECT_TRUE(is_quiet(settings, at(saturday, 0)));
    EXPECT_EQ(after_quiet(settings, at(saturday, 1)), at(saturday, 12));
}

TEST(Quiet, FreeDaysArePassedOver) {
    QuietSettings settings;
    settings.quiet_weekdays = 0b110'0000;
    EXPECT_TRUE(is_quiet(settings, at(saturday, 12)));
    EXPECT_EQ(after_quiet(settings, at(friday, 20)), at(monday, 7));
    EXPECT_EQ(after_quiet(settings, at(sunday, 12)), at(monday, 7));
}

TEST(Quiet, NoHoursOrAllOfThem) {
    QuietSettings settings;
    settings.from_minute = settings.until_minute = 0;
    EXPECT_FALSE(is_quiet(settings, at(friday, 0)));
    settings.quiet_weekdays = 0b111'1111;
    EXPECT_FALSE(after_quiet(settings, at(friday, 0)));
    settings.quiet_weekdays = 0;
    settings.all_day = true;
    EXPECT_TRUE(is_quiet(settings, at(friday, 12)));
    EXPECT_FALSE(after_quiet(settings, at(friday, 12)));
}

}  // namespace
}  // namespace kith::people
