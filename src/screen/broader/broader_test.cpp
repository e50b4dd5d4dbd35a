#include "screen/broader/broader.hpp"

#include <gtest/gtest.h>

namespace kith::screen {
namespace {

std::string first(Class what, std::string_view words, Today today = {2026, 11}) {
    Settings settings;
    settings.today = today;
    auto const wordings = broader_wordings(what, words, settings);
    return wordings.empty() ? "" : wordings.front();
}

TEST(Broader, AgesBecomeBands) {
    EXPECT_EQ(first(Class::age, "14yo"), "teenage");
    EXPECT_EQ(first(Class::age, "14-year-old"), "teenage");
    EXPECT_EQ(first(Class::age, "14"), "a teenager");
    EXPECT_EQ(first(Class::age, "aged 7"), "at primary school");
    EXPECT_EQ(first(Class::age, "six months old"), "baby");
    EXPECT_EQ(first(Class::age, "thirty-seven-year-old"), "adult");
    EXPECT_EQ(first(Class::age, "86"), "an older person");
    EXPECT_EQ(first(Class::age, "Year 9"), "secondary school");
    EXPECT_EQ(first(Class::age, "year 3"), "primary school");
}

TEST(Broader, DaysBecomeSeasonsSeenFromToday) {
    EXPECT_EQ(first(Class::date, "12 March 2026"), "last spring");
    EXPECT_EQ(first(Class::date, "3 November 2026"), "this autumn");
    EXPECT_EQ(first(Class::date, "12/03/2019"), "spring 2019");
    EXPECT_EQ(first(Class::date, "14 February 2027"), "next winter");
    EXPECT_EQ(first(Class::date, "12 March 2026", {}), "spring 2026");
    EXPECT_EQ(first(Class::date, "last Tuesday"), "recently");
    EXPECT_EQ(first(Class::date, "2011"), "some years ago");
    EXPECT_EQ(first(Class::dob, "12/03/2011"), "a teenager");
}

TEST(Broader, FamiliesPlacesAndHouses) {
    EXPECT_EQ(first(Class::family, "twins"), "siblings");
    EXPECT_EQ(first(Class::family, "one of seven"), "one of several siblings");
    EXPECT_EQ(first(Class::family, "two mums"), "parents");
    EXPECT_EQ(first(Class::institution, "Beech Grove Primary School"), "a primary school");
    EXPECT_EQ(first(Class::institution, "HMP Leeds"), "a prison");
    EXPECT_EQ(first(Class::postcode, "CW5 6AB"), "the North West");
    EXPECT_EQ(first(Class::person, "Aisha"), "my client");
    EXPECT_EQ(first(Class::health, "epilepsy"), "a health condition");
}

TEST(Broader, EveryClassHasAWordingAndAnyWordsAreTaken) {
    for (std::size_t c = 0; c < class_count; ++c)
        for (std::string_view const words : {"", "x", "99999999999999999999", "\xFF\xFE", "-", "of of of", "thirty-"})
            EXPECT_FALSE(broader_wordings(static_cast<Class>(c), words, {}).empty()) << c << words;
}

}  // namespace
}  // namespace kith::screen
