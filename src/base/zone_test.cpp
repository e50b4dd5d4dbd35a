// Clocks on walls: summer time in both directions, and what is not there.
#include "base/zone.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace kith {
namespace {

// 2026-11-21 is day 20778.
constexpr std::int64_t november = 20'778;

Time at(std::int64_t day, int hour, int minute) { return {(day * 24 * 60 + hour * 60 + minute) * 60'000}; }

TEST(Zone, UtcIsWhatItIs) {
    auto const wall = Zone::find("UTC").wall(at(november, 14, 30));
    EXPECT_EQ(wall.day, november);
    EXPECT_EQ(wall.minute, 14 * 60 + 30);
    EXPECT_EQ(wall.weekday, 5);  // a Saturday
    EXPECT_EQ(Zone::find("UTC").instant(november, 60), at(november, 1, 0));
}

TEST(Zone, SummerTimeMovesTheWall) {
    auto const& london = Zone::find("Europe/London");
    EXPECT_EQ(london.wall(at(november, 8, 0)).minute, 8 * 60);
    auto const july = november - 140;
    EXPECT_EQ(london.wall(at(july, 8, 0)).minute, 9 * 60);
    EXPECT_EQ(london.instant(july, 9 * 60), at(july, 8, 0));
    auto const& new_york = Zone::find("America/New_York");
    EXPECT_EQ(new_york.wall(at(november, 2, 0)).day, november - 1);
    EXPECT_EQ(new_york.wall(at(november, 2, 0)).minute, 21 * 60);
}

// In London the clock goes from 01:00 to 02:00 on 29 March 2026 (day 20541), and back on 25 October (day 20751).
TEST(Zone, HoursThatAreNotThereAndHoursThatAreTwice) {
    auto const& london = Zone::find("Europe/London");
    EXPECT_EQ(london.wall(at(20'541, 0, 59)).minute, 59);
    EXPECT_EQ(london.wall(at(20'541, 1, 0)).minute, 120);
    EXPECT_EQ(london.instant(20'541, 90), at(20'541, 1, 30));  // 01:30 is skipped: half an hour after the change
    EXPECT_EQ(london.instant(20'541, 180), at(20'541, 2, 0));
    EXPECT_EQ(london.instant(20'751, 90), at(20'751, 0, 30));  // 01:30 comes twice: the first
}

TEST(Zone, OnlyTheListIsOpened) {
    EXPECT_EQ(&Zone::find("../../etc/passwd"), &Zone::find("UTC"));
    EXPECT_EQ(&Zone::find(""), &Zone::find("UTC"));
    for (auto const name : Zone::names())
        if (name != "UTC" && !name.ends_with("London") && !name.ends_with("Dublin") && !name.ends_with("Lisbon")) {
            auto const wall = Zone::find(name).wall(at(november, 12, 0));
            EXPECT_FALSE(wall.minute == 12 * 60 && wall.day == november) << name;
        }
}

TEST(Zone, HalfAFileIsUtc) {
    Zone const cut{std::string_view{"TZif2\0\0\0", 8}};
    EXPECT_EQ(cut.wall(at(november, 12, 0)).minute, 12 * 60);
}

}  // namespace
}  // namespace kith
