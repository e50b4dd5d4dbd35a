// Rates under a clock that jumps.
#include "app/rate.hpp"

#include <gtest/gtest.h>

namespace kith::app {
namespace {

using namespace std::chrono_literals;

constexpr Rate five{5, 60};
constexpr Time began{1'790'000'000'000};

int taken_at(Rates& rates, Time now) {
    int taken = 0;
    while (!rates.take("somebody", five, now)) ++taken;
    return taken;
}

TEST(Rates, ClockThatGoesBackNeitherFillsNorLocksOut) {
    Rates rates;
    EXPECT_EQ(taken_at(rates, began), 5);
    EXPECT_EQ(taken_at(rates, began - 24h), 0);
    EXPECT_EQ(taken_at(rates, began - 24h + 2s), 2) << "it fills again from there, and not first after a day";
}

TEST(Rates, ClockThatGoesForwardFillsNoMoreThanABucket) {
    Rates rates;
    EXPECT_EQ(taken_at(rates, began), 5);
    EXPECT_EQ(taken_at(rates, began + 24h), 5);
}

}  // namespace
}  // namespace kith::app
