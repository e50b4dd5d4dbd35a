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
