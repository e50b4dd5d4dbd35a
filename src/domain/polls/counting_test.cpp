#include "domain/polls/counting.hpp"

#include <gtest/gtest.h>

namespace kith::polls {
namespace {

using Places = std::vector<std::size_t>;

TEST(Counting, HowOftenEachIsNamed) {
    EXPECT_EQ(count({{{0}, 2}, {{1, 2}, 1}, {{7}, 1}}, 3), (std::vector<std::int64_t>{2, 1, 1}));
    EXPECT_EQ(count({}, 2), (std::vector<std::int64_t>{0, 0}));
}

TEST(InstantRunOff, MoreThanAHalfIsEnough) {
    auto const outcome = instant_run_off({{{0, 1}, 3}, {{1}, 2}}, 3);
    EXPECT_EQ(outcome.first, Places{0});
    EXPECT_EQ(outcome.rounds.size(), 1u);
}

TEST(InstantRunOff, SecondChoicesCountWhenTheFirstIsOut) {
    auto const outcome = instant_run_off({{{0}, 4}, {{1}, 3}, {{2, 1}, 2}}, 3);
    ASSERT_EQ(outcome.rounds.size(), 2u);
    EXPECT_EQ(outcome.rounds[0].votes, (std::vector<std::int64_t>{4, 3, 2}));
    EXPECT_EQ(outcome.rounds[0].goes_out, Places{2});
    EXPECT_EQ(outcome.rounds[1].votes, (std::vector<std::int64_t>{4, 5, 0}));
    EXPECT_EQ(outcome.first, Places{1});
}

// A half is of the ballots that still say something.
TEST(InstantRunOff, BallotsThatNameNobodyElseAreSpent) {
    auto const outcome = instant_run_off({{{0}, 3}, {{1}, 2}, {{2}, 1}, {{3, 0}, 1}}, 4);
    EXPECT_EQ(outcome.first, Places{0});
    EXPECT_EQ(outcome.rounds.back().counted, 6);
}

TEST(InstantRunOff, EqualLastOnes) {
    // Together fewer than the next: both go.
    EXPECT_EQ(instant_run_off({{{0}, 5}, {{1}, 4}, {{2, 1}, 1}, {{3, 1}, 1}}, 4).rounds[0].goes_out, (Places{2, 3}));
    // Told apart by the round before.
    auto const outcome = instant_run_off({{{0}, 5}, {{1}, 4}, {{2}, 3}, {{3, 2}, 1}}, 4);
    EXPECT_EQ(outcome.rounds[1].goes_out, Places{2});
    // Nothing tells them apart, and all are equal.
    EXPECT_EQ(instant_run_off({{{0}, 2}, {{1}, 2}}, 2).first, (Places{0, 1}));
    EXPECT_EQ(instant_run_off({}, 2).first, Places{});
    EXPECT_TRUE(instant_run_off({}, 2).rounds.empty());
}

TEST(Ballots, AreStoredAndRead) {
    EXPECT_EQ(stored(Ballot{2, 0, 10}), "2,0,10");
    EXPECT_EQ(ballot_from("2,0,10"), (Ballot{2, 0, 10}));
    EXPECT_EQ(ballot_from(""), Ballot{});
    EXPECT_EQ(ballot_from("1,x"), (Ballot{1}));
}

}  // namespace
}  // namespace kith::polls
