#include "platform/media/turns.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace kith::media {
namespace {

using namespace std::chrono_literals;

constexpr auto long_enough = 60s;  // never waited for

TEST(Turns, let_in_so_many_at_once) {
    Turns turns{2, 0};
    EXPECT_TRUE(turns.begin("ada", 0s));
    EXPECT_TRUE(turns.begin("ben", 0s));
    EXPECT_FALSE(turns.begin("cleo", long_enough));  // nobody may wait: at once
    turns.end("ada");
    EXPECT_TRUE(turns.begin("cleo", 0s));
}

TEST(Turns, give_nobody_two) {
    Turns turns{2, 5};
    EXPECT_TRUE(turns.begin("ada", 0s));
    EXPECT_FALSE(turns.begin("ada", long_enough));
    turns.end("ada");
    EXPECT_TRUE(turns.begin("ada", 0s));
}

TEST(Turns, end_a_wait) {
    Turns turns{1, 1};
    EXPECT_TRUE(turns.begin("ada", 0s));
    EXPECT_FALSE(turns.begin("ben", 10ms));
    turns.end("ada");
    EXPECT_TRUE(turns.begin("ben", 0s));  // nothing is left of the wait
}

// One runs, two wait, the next is told at once; and a second turn of one who waits, likewise.
TEST(Turns, let_few_wait_and_serve_them_all) {
    Turns turns{1, 2};
    ASSERT_TRUE(turns.begin("ada", 0s));
    std::atomic<int> done = 0;
    std::vector<std::thread> waiting;
    for (auto const* name : {"ben", "cleo"})
        waiting.emplace_back([&turns, &done, name] {
            if (!turns.begin(name, long_enough)) return;
            ++done;
            turns.end(name);
        });
    while (turns.waiting() < 2) std::this_thread::sleep_for(1ms);
    EXPECT_FALSE(turns.begin("dora", long_enough));
    EXPECT_EQ(done, 0);
    turns.end("ada");
    for (auto& thread : waiting) thread.join();
    EXPECT_EQ(done, 2);
    EXPECT_TRUE(turns.begin("dora", 0s));
}

}  // namespace
}  // namespace kith::media
