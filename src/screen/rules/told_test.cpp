// Turns of phrase and ages that stand alone, by the rules alone, without anything learnt.
#include <gtest/gtest.h>

#include <string_view>

#include "screen/model.hpp"
#include "screen/screen.hpp"

namespace kith::screen {
namespace {

// Whether something of `what` is found that covers or lies within `words`.
bool finds(std::string_view text, Class what, std::string_view words) {
    auto const start = text.find(words), end = start + words.size();
    for (auto const& finding : screen(text, Model()).findings)
        if (finding.what == what && finding.start < end && start < finding.end) return true;
    return false;
}

TEST(Told, who_lives_with_whom) {
    EXPECT_TRUE(finds("She lives with her half brother now.", Class::family, "lives with her half brother"));
    EXPECT_TRUE(finds("He has outlived both sons.", Class::family, "outlived both sons"));
    EXPECT_TRUE(finds("Dad's back in prison, so contact stopped.", Class::family, "Dad's back in prison"));
    EXPECT_TRUE(finds("Mum has three under five.", Class::family, "three under five"));
    EXPECT_TRUE(finds("Saw the mum with nine, twice.", Class::family, "mum with nine"));
}

TEST(Told, what_a_relative_does_for_a_living) {
    EXPECT_TRUE(finds("Her stepdad coaches the under twelves.", Class::occupation, "coaches the"));
    EXPECT_TRUE(finds("Nan's on the parish council.", Class::occupation, "on the parish council"));
    EXPECT_TRUE(finds("He used to run the ice rink.", Class::occupation, "used to run the ice rink"));
    EXPECT_TRUE(finds("His uncle is currently deployed.", Class::occupation, "deployed"));
}

TEST(Told, what_others_will_have_heard_of) {
    EXPECT_TRUE(finds("It is the boy who fell off the pier.", Class::event, "the boy who fell"));
    EXPECT_TRUE(finds("The child was in the minibus crash.", Class::event, "the minibus crash"));
    EXPECT_TRUE(finds("They stand there with reporters at the gate.", Class::event, "reporters at the gate"));
}

TEST(Told, what_writers_say_of_themselves_is_theirs) {
    EXPECT_FALSE(finds("I lost my dad in spring.", Class::family, "lost my dad"));
    EXPECT_FALSE(finds("My mum is back in hospital and my dad is inside all day.", Class::family, "dad is inside"));
    EXPECT_FALSE(finds("There was a fire drill at the office.", Class::event, "fire drill"));
    // What is missing at the end of a text is not said.
    EXPECT_FALSE(finds("She is in a small home", Class::event, "home"));
}

TEST(Told, an_age_that_is_a_clause_by_itself) {
    EXPECT_TRUE(finds("The lad at the academy, 13, Somali, is scared.", Class::age, "13"));
    EXPECT_TRUE(finds("He has swept that hall for years. Sixty-one. Nobody asks him in.", Class::age, "Sixty-one"));
    EXPECT_TRUE(finds("She is in her mid-forties.", Class::age, "mid-forties"));
    EXPECT_TRUE(finds("Dad is getting on for seventy.", Class::age, "seventy"));
    EXPECT_TRUE(finds("Lady of 88 in a top floor flat.", Class::age, "88"));
    EXPECT_FALSE(finds("1. Ring the school. 2. Ring mum.", Class::age, "2"));
    EXPECT_FALSE(finds("Score is 3, 5 and 7 so far.", Class::age, "3"));
}

TEST(Told, an_age_before_a_place_is_no_house) {
    EXPECT_FALSE(finds("Great-grandma, 83, Pine Ridge, with a dry well.", Class::address, "83"));
}

}  // namespace
}  // namespace kith::screen
