#include "screen/overlaps.hpp"

#include <gtest/gtest.h>

namespace kith::screen {
namespace {

std::string const text = "mr anna smith of leeds and ten more words to stand on";

Candidates settled(Candidates candidates, Level level = Level::all) {
    Settings settings;
    settings.level = level;
    settle_overlaps(candidates, text, settings);
    return candidates;
}

TEST(Overlaps, TheSurerOneStands) {
    auto const left = settled({{3, 7, Class::phone, 0.6F}, {3, 13, Class::nhs_number, 0.9F}});
    ASSERT_EQ(left.size(), 1U);
    EXPECT_EQ(left[0].what, Class::nhs_number);
}

TEST(Overlaps, OfEquallySureOnesTheLonger) {
    auto const left = settled({{3, 7, Class::phone, 0.6F}, {3, 13, Class::phone, 0.6F}});
    ASSERT_EQ(left.size(), 1U);
    EXPECT_EQ(left[0].end, 13U);
}

TEST(Overlaps, WhatABeatenNameCoversBesidesIsKept) {
    auto const left = settled({{3, 13, Class::person, 0.6F}, {8, 22, Class::organisation, 0.9F}});
    ASSERT_EQ(left.size(), 2U);
    EXPECT_EQ(left[0].start, 3U);
    EXPECT_EQ(left[0].end, 7U);
}

TEST(Overlaps, WhatIsWrittenWithDigitsStandsAgainstNames) {
    std::string const numbered = "flat 30, 44 beech drive il 62704";
    Candidates candidates{{0, 23, Class::address, 0.9F},
                          {12, 23, Class::place, 1.0F},
                          {24, 32, Class::place, 1.0F},
                          {27, 32, Class::postcode, 0.6F}};
    settle_overlaps(candidates, numbered, {});
    ASSERT_EQ(candidates.size(), 3U);
    EXPECT_EQ(candidates[0].what, Class::address);
    EXPECT_EQ(candidates[0].end, 23U);
    EXPECT_EQ(candidates[2].what, Class::postcode);
}

TEST(Overlaps, ADateWithinALinkIsAPartOfIt) {
    std::string const link = "https://example.org/2024/05/01/x";
    Candidates candidates{{0, 32, Class::url, 0.45F}, {20, 30, Class::date, 0.9F}};
    settle_overlaps(candidates, link, {});
    ASSERT_EQ(candidates.size(), 1U);
    EXPECT_EQ(candidates[0].what, Class::url);
}

TEST(Overlaps, ATitleAloneIsNobody) {
    EXPECT_EQ(settled({{0, 13, Class::person, 0.6F}, {3, 13, Class::person, 0.9F}}).size(), 1U);
}

TEST(Overlaps, QuasiIdentifiersStandAgainstNamesEvenWhereTheyAreNotAskedFor) {
    EXPECT_TRUE(settled({{17, 22, Class::person, 0.6F}, {17, 22, Class::place, 0.9F}}, Level::direct).empty());
}

TEST(Overlaps, UnsureOnesAreLeftOutByLevel) {
    EXPECT_EQ(settled({{3, 7, Class::person, 0.4F}}).size(), 1U);
    EXPECT_TRUE(settled({{3, 7, Class::person, 0.4F}}, Level::direct).empty());
    EXPECT_TRUE(settled({{3, 7, Class::person, 0.2F}}).empty());
}

}  // namespace
}  // namespace kith::screen
