// The queue on both engines: claimed once, finished once, put off, given up; and the shift that works it off.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <fstream>

#include "platform/jobs/worker.hpp"
#include "support/engines.hpp"
#include "support/migrated.hpp"

namespace kith::jobs {
namespace {

class JobsTest : public test::OnBothEngines {
protected:
    JobsTest() { test::migrate(database()); }

    template <class F>
    auto write(F body) {
        using Returned = std::invoke_result_t<F, sql::Transaction&>;
        return *database().write([&](sql::Transaction& transaction) -> Result<Returned> { return body(transaction); });
    }
    JobId add(std::string_view task, Time due) {
        return write([&](sql::Transaction& transaction) { return jobs::add(transaction, "say", {}, task, now, due); });
    }
    std::vector<Job> claim(std::size_t most = 100) {
        return write([&](sql::Transaction& transaction) { return jobs::claim(transaction, now, most); });
    }
    std::int64_t left() {
        return database().read([](sql::Transaction& transaction) { return waiting(transaction); });
    }
    Shift shift(Handler handler, std::vector<Recurring> recurring = {}) {
        return {database(), [this] { return now; }, {{"say", std::move(handler)}}, std::move(recurring)};
    }

    Time now{1'795'176'000'000};
};
INSTANTIATE_TEST_SUITE_P(Engines, JobsTest, test::both_engines(), test::engine_name);

TEST_P(JobsTest, are_claimed_when_due_and_by_one) {
    auto const first = add("one", now);
    add("later", now + std::chrono::hours{1});
    auto const claimed = claim();
    ASSERT_EQ(claimed.size(), 1u);
    EXPECT_EQ(claimed[0].id, first);
    EXPECT_EQ(claimed[0].task, "one");
    EXPECT_TRUE(claim().empty());
    EXPECT_TRUE(write([&](sql::Transaction& transaction) { return finish(transaction, claimed[0]); }));
    EXPECT_EQ(left(), 1);
}

TEST_P(JobsTest, fall_due_again_when_their_claim_has_run_out_and_only_the_newest_claim_ends_them) {
    add("one", now);
    auto const lost = claim();
    now = now + lease;
    auto const again = claim();
    ASSERT_EQ(again.size(), 1u);
    EXPECT_EQ(again[0].id, lost[0].id);
    EXPECT_EQ(again[0].claims, 2);
    EXPECT_EQ(again[0].tries, 0);
    EXPECT_FALSE(write([&](sql::Transaction& transaction) { return finish(transaction, lost[0]); }));
    EXPECT_FALSE(write([&](sql::Transaction& transaction) { return put_off(transaction, lost[0], now, Tried::yes); }));
    EXPECT_TRUE(write([&](sql::Transaction& transaction) { return finish(transaction, again[0]); }));
    EXPECT_EQ(left(), 0);
}

TEST_P(JobsTest, outlive_a_restart) {
    add("one", now);
    reopen();
    EXPECT_EQ(claim().size(), 1u);
}

TEST_P(JobsTest, a_shift_does_each_once_and_notes_it_with_its_end) {
    std::vector<std::string> said;
    auto work = shift([&](Job const& job) {
        said.push_back(job.task);
        return Outcome{Outcome::How::done, {}, [this](sql::Transaction& transaction) {
                           jobs::add(transaction, "say", {}, "noted", now, now + std::chrono::hours{1});
                       }};
    });
    add("one", now);
    add("two", now);
    EXPECT_EQ(work.do_what_is_due(), 2u);
    EXPECT_EQ(work.do_what_is_due(), 0u);
    std::ranges::sort(said);
    EXPECT_EQ(said, (std::vector<std::string>{"one", "two"}));
    EXPECT_EQ(left(), 2);
}

TEST_P(JobsTest, what_fails_is_tried_again_later_and_later_and_at_last_given_up) {
    int tried = 0;
    auto work = shift([&](Job const&) {
        ++tried;
        return Outcome{Outcome::How::again};
    });
    add("one", now);
    for (int attempt = 1; attempt <= attempts_max; ++attempt) {
        EXPECT_EQ(work.do_what_is_due(), 1u);
        now = now + wait_after(attempt) - std::chrono::milliseconds{1};
        EXPECT_EQ(work.do_what_is_due(), 0u) << attempt;
        now = now + std::chrono::milliseconds{1};
    }
    EXPECT_EQ(tried, attempts_max);
    EXPECT_EQ(left(), 0);
}

TEST_P(JobsTest, what_is_thrown_leaves_the_job_to_be_claimed_again) {
    bool broken = true;
    int done = 0;
    auto work = shift([&](Job const&) {
        if (broken) throw std::runtime_error{"broken"};
        ++done;
        return Outcome{};
    });
    add("one", now);
    EXPECT_THROW((void)work.do_what_is_due(), std::runtime_error);
    broken = false;
    EXPECT_EQ(work.do_what_is_due(), 0u);
    now = now + lease;
    EXPECT_EQ(work.do_what_is_due(), 1u);
    EXPECT_EQ(done, 1);
}

TEST_P(JobsTest, what_comes_round_comes_round) {
    int called = 0;
    auto work = shift([](Job const&) { return Outcome{}; },
                      {{"each minute", std::chrono::minutes{1}, [&](sql::Database&, Time) { ++called; }}});
    (void)work.do_what_is_due();
    (void)work.do_what_is_due();
    EXPECT_EQ(called, 1);
    now = now + std::chrono::minutes{1};
    (void)work.do_what_is_due();
    EXPECT_EQ(called, 2);
    // A clock that was set back a day does not silence it for a day.
    now = now - std::chrono::hours{24};
    (void)work.do_what_is_due();
    EXPECT_EQ(called, 3);
    (void)work.do_what_is_due();
    EXPECT_EQ(called, 3);
}

// Killed between the other side's yes and the commit: the mark says that it is done.
TEST_P(JobsTest, what_is_marked_as_done_is_not_done_again) {
    test::TemporaryFolder const folder;
    auto const path = folder.file("sent");
    auto const id = add("one", now);
    DoneMarks{path}.mark(id);
    {
        std::ofstream torn{path, std::ios::app};
        torn << "half";
    }
    int done = 0;
    Shift work{database(),
               [this] { return now; },
               {{"say",
                 [&](Job const&) {
                     ++done;
                     return Outcome{};
                 }}},
               {},
               DoneMarks{path}};
    add("two", now);
    EXPECT_EQ(work.do_what_is_due(), 2u);
    EXPECT_EQ(done, 1);
    EXPECT_EQ(left(), 0);
    EXPECT_TRUE(DoneMarks{path}.has(id));  // until the file begins anew
    EXPECT_FALSE(DoneMarks{""}.has(id));
}

// A worker stops between two jobs, and what it did not begin stays.
TEST_P(JobsTest, a_worker_stops_cleanly) {
    std::atomic<int> done = 0;
    for (int i = 0; i < 10; ++i) add("one", now);
    {
        Worker const worker{shift([&](Job const&) {
            ++done;
            std::this_thread::sleep_for(std::chrono::milliseconds{20});
            return Outcome{};
        })};
        while (done == 0) std::this_thread::yield();
    }
    EXPECT_GT(done, 0);
    EXPECT_EQ(left(), 10 - done);
}

}  // namespace
}  // namespace kith::jobs
