// Who is told outside the page, when, of how many things: on both engines, with a clock that is moved.
#include "domain/reach/plan.hpp"

#include <gtest/gtest.h>

#include "domain/groups/found.hpp"
#include "domain/groups/store.hpp"
#include "domain/notices/store.hpp"
#include "domain/people/store.hpp"
#include "domain/posts/store.hpp"
#include "domain/reach/addresses.hpp"
#include "domain/reach/jobs.hpp"
#include "domain/reach/store.hpp"
#include "platform/jobs/queue.hpp"
#include "support/engines.hpp"
#include "support/migrated.hpp"

namespace kith::reach {
namespace {

// Friday 2026-11-20, 12:00 UTC.
constexpr Time friday_noon{1'795'176'000'000};
constexpr std::string_view confirm_secret = "CCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCC";
constexpr std::string_view stop_secret = "SSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSSS";

class PlanTest : public test::OnBothEngines {
protected:
    PlanTest() {
        test::migrate(database());
        write([&](sql::Transaction& transaction) {
            people::add(transaction, {ada, "ada@example.org", "Ada Example", Capacity::practitioner, {}, false}, "");
            people::add(transaction, {ben, "ben@example.org", "Ben Example", Capacity::practitioner, {}, false}, "");
            group = groups::found(transaction, {"Tuesday", "", "Be kind."}, ada, Capacity::practitioner, {});
            groups::add_member(transaction, group, ben, Role::member, Capacity::practitioner, ada, {});
            set_address(transaction, ada, "ada@example.org", confirm_secret, stop_secret, now);
            ASSERT_EQ(confirm(transaction, confirm_secret, now), ada);
            set_times(transaction, ada, now);
        });
    }

    template <class F>
    void write(F body) {
        auto const done = database().write([&](sql::Transaction& transaction) -> Result<void> {
            body(transaction);
            return {};
        });
        ASSERT_TRUE(done.has_value());
    }
    void choose(HowSoon how_soon) {
        write([&](sql::Transaction& transaction) { reach::choose(transaction, ada, group, how_soon); });
    }
    PostId post(std::optional<PostId> under = {}) {
        Post made;
        made.id = PostId::ordered(now);
        made.group = group;
        made.thread = under;
        made.author = ben;
        made.body = "words";
        made.written_at = now;
        write([&](sql::Transaction& transaction) {
            made.sequence = made.changed_sequence = groups::next_sequence(transaction, group);
            posts::add(transaction, made);
        });
        return made.id;
    }
    void notice(NoticeKind kind) {
        auto const thread = post();
        write([&](sql::Transaction& transaction) {
            notices::tell_member(transaction, ada, group, kind, {thread, thread, {}}, now);
        });
    }
    // What leaves up to `now`, as the tasks of jobs, and the queue is empty again.
    std::vector<std::string> told() {
        plan(database(), now, outside);
        std::vector<std::string> tasks;
        write([&](sql::Transaction& transaction) {
            tasks.clear();
            for (auto const& job : jobs::claim(transaction, now, 100)) {
                tasks.push_back(job.kind + " " + job.task);
                EXPECT_TRUE(jobs::finish(transaction, job));
            }
        });
        return tasks;
    }
    void pass(std::chrono::milliseconds span) { now = now + span; }
    void quiet(QuietSettings const& settings) {
        write([&](sql::Transaction& transaction) { people::set_quiet_settings(transaction, ada, settings); });
    }

    using Told = std::vector<std::string>;
    Time now = friday_noon;
    Outside outside{.mail = true, .push_key = {}, .push_to_loopback = false};
    PersonId ada = PersonId::random(), ben = PersonId::random();
    GroupId group;
};
INSTANTIATE_TEST_SUITE_P(Engines, PlanTest, test::both_engines(), test::engine_name);

TEST_P(PlanTest, at_once_gathers_and_keeps_a_distance) {
    choose(HowSoon::at_once);
    notice(NoticeKind::answer);
    EXPECT_EQ(told(), Told{});
    pass(std::chrono::milliseconds{gathering} / 2);
    notice(NoticeKind::mention);
    pass(std::chrono::milliseconds{gathering} / 2);
    EXPECT_EQ(told(), Told{"mail at_once 1 1 0 0 0 0 0 0"});
    EXPECT_EQ(told(), Told{});
    notice(NoticeKind::answer);
    pass(gathering);
    EXPECT_EQ(told(), Told{});
    pass(at_once_gap);
    EXPECT_EQ(told(), Told{"mail at_once 1 0 0 0 0 0 0 0"});
}

// Once until it was read, however much is said meanwhile.
TEST_P(PlanTest, a_message_is_told_like_anything_else) {
    choose(HowSoon::at_once);
    auto const conversation = ConversationId::random();
    auto const said = [&](sql::Transaction& transaction) {
        notices::tell_hearer(transaction, {ada, group}, conversation, now);
    };
    write(said);
    write(said);
    EXPECT_EQ(told(), Told{});
    pass(gathering);
    EXPECT_EQ(told(), Told{"mail at_once 0 0 0 1 0 0 0 0"});
    write([&](sql::Transaction& transaction) { notices::mark_all_read(transaction, ada, now); });
    write(said);
    EXPECT_EQ(told(), Told{});
    pass(at_once_gap);
    EXPECT_EQ(told(), Told{"mail at_once 0 0 0 1 0 0 0 0"});
}

TEST_P(PlanTest, what_was_read_meanwhile_is_not_told) {
    choose(HowSoon::at_once);
    notice(NoticeKind::answer);
    EXPECT_EQ(told(), Told{});
    write([&](sql::Transaction& transaction) { notices::mark_all_read(transaction, ada, now); });
    pass(gathering);
    EXPECT_EQ(told(), Told{});
}

TEST_P(PlanTest, who_left_is_not_told) {
    choose(HowSoon::at_once);
    notice(NoticeKind::answer);
    EXPECT_EQ(told(), Told{});
    write([&](sql::Transaction& transaction) {
        groups::remove_member(transaction, group, ada);
        notices::forget(transaction, group, ada);
    });
    pass(gathering);
    EXPECT_EQ(told(), Told{});
}

TEST_P(PlanTest, the_night_waits_for_the_morning) {
    choose(HowSoon::at_once);
    pass(std::chrono::hours{10});  // 22:00
    notice(NoticeKind::answer);
    EXPECT_EQ(told(), Told{});
    pass(std::chrono::hours{8});  // 06:00
    notice(NoticeKind::mention);
    EXPECT_EQ(told(), Told{});
    pass(std::chrono::hours{1});
    EXPECT_EQ(told(), Told{"mail at_once 1 1 0 0 0 0 0 0"});
}

TEST_P(PlanTest, free_days_and_quiet_that_was_chosen_late) {
    choose(HowSoon::at_once);
    notice(NoticeKind::answer);
    EXPECT_EQ(told(), Told{});
    QuietSettings weekend;
    weekend.quiet_weekdays = 0b111'0000;  // from Friday on
    quiet(weekend);
    pass(std::chrono::minutes{10});
    EXPECT_EQ(told(), Told{});
    pass(std::chrono::hours{48});
    EXPECT_EQ(told(), Told{});
    pass(std::chrono::hours{24});
    EXPECT_EQ(told(), Told{"mail at_once 1 0 0 0 0 0 0 0"});
}

TEST_P(PlanTest, a_day_in_one_letter) {
    choose(HowSoon::daily);
    notice(NoticeKind::answer);  // each on a post of its own
    notice(NoticeKind::answer);
    post();
    pass(std::chrono::hours{19});  // Saturday 07:00
    EXPECT_EQ(told(), Told{});
    pass(std::chrono::hours{1});
    EXPECT_EQ(told(), Told{"mail daily 2 0 0 0 0 0 0 3"});
    pass(std::chrono::hours{24});
    EXPECT_EQ(told(), Told{});  // nothing new
    post();
    pass(std::chrono::hours{24});
    EXPECT_EQ(told(), Told{"mail daily 0 0 0 0 0 0 0 1"});
}

TEST_P(PlanTest, a_week_in_one_letter_on_monday) {
    choose(HowSoon::weekly);
    notice(NoticeKind::mention);
    pass(std::chrono::hours{44});  // Sunday 08:00
    EXPECT_EQ(told(), Told{});
    pass(std::chrono::hours{24});
    EXPECT_EQ(told(), Told{"mail weekly 0 1 0 0 0 0 0 1"});
    post();
    pass(std::chrono::hours{24});
    EXPECT_EQ(told(), Told{});
}

TEST_P(PlanTest, what_was_seen_is_not_counted) {
    choose(HowSoon::daily);
    post();
    write([&](sql::Transaction& transaction) {
        auto const sequence = groups::find(transaction, group)->sequence;
        groups::keep_visit(transaction, group, ada, {0, sequence, now});
    });
    pass(std::chrono::hours{20});
    EXPECT_EQ(told(), Told{});
}

TEST_P(PlanTest, never_is_never) {
    choose(HowSoon::never);
    notice(NoticeKind::answer);
    pass(std::chrono::hours{24 * 8});
    EXPECT_EQ(told(), Told{});
}

TEST_P(PlanTest, nobody_is_written_to_who_did_not_say_yes_or_said_stop) {
    choose(HowSoon::at_once);
    write([&](sql::Transaction& transaction) { EXPECT_EQ(stop_by_secret(transaction, stop_secret, now), ada); });
    notice(NoticeKind::answer);
    pass(gathering);
    EXPECT_EQ(told(), Told{});
    write([&](sql::Transaction& transaction) {
        begin_again(transaction, ada);
        set_address(transaction, ada, "new@example.org", stop_secret, confirm_secret, now);
    });
    notice(NoticeKind::mention);
    pass(gathering);
    EXPECT_EQ(told(), Told{});
    EXPECT_EQ(told(), Told{});
}

TEST_P(PlanTest, without_a_mail_server_nothing_is_queued) {
    outside.mail = false;
    choose(HowSoon::at_once);
    notice(NoticeKind::answer);
    pass(std::chrono::hours{24 * 4});
    EXPECT_EQ(told(), Told{});
}

TEST_P(PlanTest, the_letter_of_the_day_comes_by_the_clock_of_the_place) {
    QuietSettings settings;
    settings.time_zone = "America/New_York";
    // From noon UTC (07:00 there) the next 08:00 there is at 13:00 UTC.
    EXPECT_EQ(next_daily(settings, friday_noon), friday_noon + std::chrono::hours{1});
    settings.quiet_weekdays = 0b110'0000;
    EXPECT_EQ(next_daily(settings, friday_noon + std::chrono::hours{2}), friday_noon + std::chrono::hours{73});
    EXPECT_EQ(next_weekly(settings, friday_noon), friday_noon + std::chrono::hours{73});
    settings.quiet_weekdays = 0b000'0001;  // never on Monday: on Tuesday, then
    EXPECT_EQ(next_weekly(settings, friday_noon), friday_noon + std::chrono::hours{97});
    settings.all_day = true;
    EXPECT_FALSE(next_daily(settings, friday_noon));
}

// Whoever may lose their account to somebody else is told in the night too, and though they wish for no letters of
// groups.
TEST_P(PlanTest, AWarningWaitsForNothing) {
    choose(HowSoon::never);
    write([&](sql::Transaction& transaction) {
        QuietSettings quiet;
        quiet.all_day = true;
        people::set_quiet_settings(transaction, ada, quiet);
        warn(transaction, ada, outside, now);
        warn(transaction, ben, outside, now);  // who gave no address
    });
    EXPECT_EQ(told(), std::vector<std::string>{"mail warn"});
    auto const task = MailTask::from("warn");
    ASSERT_TRUE(task);
    EXPECT_TRUE(task->warns);
    EXPECT_EQ(task->stored(), "warn");
}

}  // namespace
}  // namespace kith::reach
