// Days and times as people write them.
#include <gtest/gtest.h>

#include "domain/asks/wall.hpp"

namespace kith::asks {
namespace {

TEST(Wall, ReadsAndSaysDays) {
    auto const day = day_from("2026-11-24");
    ASSERT_TRUE(day);
    EXPECT_EQ(day_text(*day), "2026-11-24");
    EXPECT_EQ(day_in_words(*day), "Tuesday 24 November");
    EXPECT_EQ(day_from("1970-01-02"), 1);
    EXPECT_FALSE(day_from("2026-02-30"));
    EXPECT_FALSE(day_from("24.11.2026"));
    EXPECT_FALSE(day_from("2026-1-024"));
}

TEST(Wall, ReadsAndSaysTimes) {
    EXPECT_EQ(minute_from("14:30"), 870);
    EXPECT_EQ(minute_from("7:05"), 425);
    EXPECT_EQ(clock_from(425), "07:05");
    for (auto const* wrong : {"24:00", "14:3", "14:60", "-1:00", ":30", "noon", "114:30"})
        EXPECT_FALSE(minute_from(wrong));
}

TEST(Wall, KnowsTheZonesThatCanBeChosen) {
    EXPECT_TRUE(zone_named(default_zone));
    EXPECT_FALSE(zone_named("Europe/Nowhere"));
    EXPECT_EQ(zone_in_words("America/New_York"), "America/New York");
}

}  // namespace
}  // namespace kith::asks
