// The moments of an ask: the promise counts in the hours of the day there, over nights and the change of summer time.
#include <gtest/gtest.h>

#include "domain/asks/promise.hpp"

namespace kith::asks {
namespace {

using namespace std::chrono;

Time utc(unsigned month, unsigned day, int hour, int minute = 0) {
    sys_days const date{year{2026} / std::chrono::month{month} / std::chrono::day{day}};
    return {milliseconds{date.time_since_epoch() + hours{hour} + minutes{minute}}.count()};
}

std::string words(Time time) { return iso(time).substr(5, 11); }

Ask wanted(By by, Time now, Promise const& promise) {
    Ask ask;
    ask.by = by;
    ask.asked_at = now;
    ask.wanted_by = wanted_by(promise, by, now);
    return ask;
}

TEST(Promise, CountsOnlyTheHoursOfTheDay) {
    Promise const promise;  // two hours between 08:00 and 20:00 in London
    EXPECT_EQ(words(promise.after(utc(11, 20, 10), hours{2})), "11-20T12:00");
    EXPECT_EQ(words(promise.after(utc(11, 20, 19), hours{2})), "11-21T09:00");
    EXPECT_EQ(words(promise.after(utc(11, 20, 3), hours{2})), "11-20T10:00");
    EXPECT_EQ(words(promise.after(utc(11, 20, 10), hours{24})), "11-22T10:00");
    // In summer 08:00 there is 07:00 here; the clocks change in the night between.
    EXPECT_EQ(words(promise.after(utc(7, 20, 3), hours{2})), "07-20T09:00");
    EXPECT_EQ(words(promise.after(utc(3, 28, 19), hours{2})), "03-29T08:00");
}

TEST(Promise, SomeoneTodayIsBeforeMidnightOrALittleLater) {
    Promise const promise;
    EXPECT_EQ(words(*wanted_by(promise, By::today, utc(11, 20, 10))), "11-21T00:00");
    EXPECT_EQ(words(*wanted_by(promise, By::today, utc(11, 20, 23))), "11-21T01:00");
    EXPECT_FALSE(wanted_by(promise, By::whenever, utc(11, 20, 10)));
}

TEST(Promise, MomentsFollowHowSoonItIsWanted) {
    Promise const promise;
    auto const now = utc(11, 20, 10);
    auto moments = moments_of(promise, wanted(By::hour, now, promise), now);
    EXPECT_EQ(words(moments.remind_at), "11-20T10:15");
    EXPECT_EQ(words(moments.duty_at), "11-20T10:30");
    EXPECT_EQ(words(moments.close_at), "11-20T11:00");
    moments = moments_of(promise, wanted(By::today, now, promise), now);
    EXPECT_EQ(words(moments.remind_at), "11-20T11:00");
    EXPECT_EQ(words(moments.duty_at), "11-20T12:00");
    EXPECT_EQ(words(moments.close_at), "11-20T14:00");
    moments = moments_of(promise, wanted(By::week, now, promise), now);
    EXPECT_EQ(words(moments.duty_at), "11-20T12:00");
    EXPECT_EQ(words(moments.close_at), "11-27T10:00");
    moments = moments_of(promise, wanted(By::whenever, now, promise), now);
    EXPECT_EQ(words(moments.close_at), "11-27T12:00");
}

TEST(Promise, MomentsComeInOrderAtEveryHour) {
    Promise promise;
    for (auto const within : {minutes{15}, minutes{120}, minutes{1440}}) {
        promise.within = within;
        for (auto now = utc(10, 24, 0); now < utc(10, 26, 0); now = now + minutes{17})
            for (auto const by : all_by) {
                auto const moments = moments_of(promise, wanted(by, now, promise), now);
                EXPECT_LT(now, moments.remind_at);
                EXPECT_LE(moments.remind_at, moments.duty_at) << words(now);
                EXPECT_LE(moments.duty_at, moments.close_at) << words(now);
            }
    }
}

}  // namespace
}  // namespace kith::asks
