#include "domain/call/resting.hpp"

#include <gtest/gtest.h>

#include <stdexcept>

namespace kith {
namespace {

using std::chrono::minutes;

TEST(Resting, WhatFailsIsTriedLessAndLessOften) {
    Resting resting;
    Time const begin{1'790'000'000'000};
    int tried = 0;
    for (int minute = 0; minute < 24 * 60; ++minute)
        resting.unless_it_rests("a", begin + minutes{minute}, [&] {
            ++tried;
            throw std::runtime_error{"no"};
        });
    EXPECT_GE(tried, 24);
    EXPECT_LE(tried, 31);
    EXPECT_EQ(resting.count(), 1u);
}

TEST(Resting, OthersAreDoneMeanwhileAndWhatSucceedsIsForgotten) {
    Resting resting;
    Time const now{1'790'000'000'000};
    resting.unless_it_rests("a", now, [] { throw std::runtime_error{"no"}; });
    bool done = false;
    resting.unless_it_rests("b", now, [&] { done = true; });
    EXPECT_TRUE(done);
    resting.unless_it_rests("a", now + minutes{1}, [] {});
    EXPECT_EQ(resting.count(), 0u);
}

}  // namespace
}  // namespace kith
