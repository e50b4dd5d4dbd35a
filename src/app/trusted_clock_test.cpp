// Jumps of the wall clock: what is undone in time has never happened, what stays is believed, and nothing is deleted in
// haste.
#include "app/trusted_clock.hpp"

#include <gtest/gtest.h>

namespace kith::app {
namespace {

using namespace std::chrono_literals;

constexpr Time began{1'790'000'000'000};

class TrustedClockTest : public ::testing::Test {
protected:
    void pass(std::chrono::milliseconds span) {
        wall_ = wall_ + span;
        since_start_ += span;
        true_ = true_ + span;
    }
    // In steps, as somebody who asks now and then would see it.
    void pass_asking(std::chrono::minutes span) {
        for (auto gone = 0min; gone < span; gone += 1min) {
            pass(1min);
            (void)clock_.now();
        }
    }
    void jump(std::chrono::milliseconds by) { wall_ = wall_ + by; }

    Time wall_ = began, true_ = began;
    std::chrono::milliseconds since_start_{5'000};
    TrustedClock::Sources sources_{[this] { return wall_; }, [this] { return since_start_; }};
    TrustedClock clock_{sources_};
};

TEST_F(TrustedClockTest, GoesWithTheWallClockAndItsSmallCorrections) {
    pass(90s);
    EXPECT_EQ(clock_.now(), wall_);
    jump(1500ms);
    EXPECT_EQ(clock_.now(), wall_);
    EXPECT_TRUE(clock_.is_sure());
}

TEST_F(TrustedClockTest, AJumpThatIsUndoneHasNeverHappened) {
    for (auto const by : {+1h, -1h, +24h, -24h, +24h * 365 * 12, -24h * 365 * 56}) {
        jump(by);
        pass_asking(9min);
        EXPECT_EQ(clock_.now(), true_);
        EXPECT_FALSE(clock_.is_sure());
        jump(-by);
        EXPECT_EQ(clock_.now(), true_);
        EXPECT_TRUE(clock_.is_sure());
    }
}

TEST_F(TrustedClockTest, AJumpThatStaysIsBelievedAndNothingDeletedForAnHour) {
    jump(24h);
    pass_asking(11min);
    EXPECT_EQ(clock_.now(), wall_);
    EXPECT_FALSE(clock_.is_sure());
    pass_asking(58min);
    EXPECT_FALSE(clock_.is_sure());
    pass_asking(3min);
    EXPECT_TRUE(clock_.is_sure());
}

TEST_F(TrustedClockTest, AJumpBackThatStaysIsBelieved) {
    jump(-24h);
    pass_asking(9min);
    EXPECT_EQ(clock_.now(), true_);
    pass_asking(2min);
    EXPECT_EQ(clock_.now(), wall_);
    EXPECT_TRUE(clock_.is_sure());
}

TEST_F(TrustedClockTest, JumpsOfDifferentLengthsDoNotAddUpToOne) {
    for (int i = 0; i < 30; ++i) {
        jump(i % 2 == 0 ? 1h : -30min);
        pass_asking(5min);
    }
    EXPECT_EQ(clock_.now(), true_);
}

TEST_F(TrustedClockTest, AfterALongSilenceNothingIsDeletedForAnHour) {
    TrustedClock late{sources_, began - 48h};
    EXPECT_EQ(late.now(), wall_);
    EXPECT_FALSE(late.is_sure());
    pass(61min);
    EXPECT_TRUE(late.is_sure());
    EXPECT_TRUE(TrustedClock(sources_, wall_ - 1h).is_sure());
}

}  // namespace
}  // namespace kith::app
