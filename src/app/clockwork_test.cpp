// What is due is done once: by several servers at once, after a crash in the middle, and after a long sleep.
#include <gtest/gtest.h>

#include <thread>

#include "app/app.hpp"
#include "app/wiring.hpp"
#include "domain/asks/due.hpp"
#include "domain/asks/store.hpp"
#include "domain/asks/timetable.hpp"
#include "domain/groups/found.hpp"
#include "domain/groups/store.hpp"
#include "domain/people/store.hpp"
#include "support/engines.hpp"
#include "support/migrated.hpp"

namespace kith::app {
namespace {

using std::chrono::hours;

constexpr int asks_sent = 12, listeners = 3;

static sql::Statement const count_notices{"SELECT count(*) FROM notices WHERE kind = $1"};

class Clockwork : public test::OnBothEngines {
protected:
    Clockwork() {
        test::migrate(database());
        auto const done = database().write([&](sql::Transaction& transaction) -> Result<void> {
            auto const asker = add_person(transaction, "ada");
            auto const group =
                groups::found(transaction, {"Tuesday", "", "We are kind."}, asker, Capacity::practitioner, begin_);
            std::vector<PersonId> others;
            for (int i = 0; i < listeners; ++i) {
                others.push_back(add_person(transaction, "listener" + std::to_string(i)));
                groups::add_member(transaction, group, others.back(), Role::member, Capacity::student, asker, begin_);
                people::set_quiet_settings(transaction, others.back(), {0, 0, false, true});
            }
            for (int i = 0; i < asks_sent; ++i) send(transaction, group, asker, others);
            return {};
        });
        EXPECT_TRUE(done.has_value());
    }

    PersonId add_person(sql::Transaction& transaction, std::string const& name) {
        auto const id = PersonId::random();
        people::add(transaction, {id, name + "@example.org", name, Capacity::practitioner, begin_, false},
                    "no password");
        return id;
    }

    void send(sql::Transaction& transaction, GroupId group, PersonId asker, std::vector<PersonId> const& others) {
        Ask ask;
        ask.id = AskId::ordered(begin_);
        ask.group = group;
        ask.asker = asker;
        ask.by = By::today;
        ask.wanted_by = begin_ + hours{10};
        ask.people = listeners;
        ask.asked_at = begin_;
        asks::add(transaction, ask, others);
        asks::await_offer(transaction, ask);
    }

    std::int64_t notices(std::string_view kind) {
        return database().read([&](sql::Transaction& transaction) {
            return transaction.one(
                                  count_notices, [](sql::Row const& row) { return row.integer(0); }, kind)
                .value_or(-1);
        });
    }

    std::size_t still_due(Time now) {
        return database().read(
            [&](sql::Transaction& transaction) { return asks::due_by(transaction, now, 1'000).size(); });
    }

    // Several servers, as far as the database can tell.
    void do_what_is_due_at_once(Time now) {
        std::vector<std::jthread> servers;
        for (int i = 0; i < 4; ++i)
            servers.emplace_back([&] {
                auto const hub = live::make_local_hub();
                App app{database(), *hub, [now] { return now; }, {}};
                app.do_what_is_due();
            });
    }

    Time const begin_{1'790'000'000'000};  // 21 September 2026, 14:13 in universal time
};
INSTANTIATE_TEST_SUITE_P(Engines, Clockwork, test::both_engines(), test::engine_name);

TEST_P(Clockwork, DoesEachThingOnceWhoeverComesFirst) {
    do_what_is_due_at_once(begin_ + hours{1});
    EXPECT_EQ(notices("ask_reminder"), asks_sent * listeners);
    do_what_is_due_at_once(begin_ + hours{9});
    EXPECT_EQ(notices("ask_lapsed"), asks_sent);
    EXPECT_EQ(notices("ask_reminder"), 0);  // nobody is asked any more
    do_what_is_due_at_once(begin_ + hours{24 * 30});
    EXPECT_EQ(notices("ask_lapsed"), asks_sent);
    EXPECT_EQ(still_due(begin_ + hours{24 * 365}), 0u);
}

TEST_P(Clockwork, LosesAndDoublesNothingWhenItIsCutOff) {
    auto const hub = live::make_local_hub();
    App app{database(), *hub, [&] { return begin_ + hours{9}; }, {}};
    int until_the_cut = 0;
    Services cut_off = app.services();
    cut_off.record = [&](sql::Transaction& transaction, Event const& event, Time now) {
        record(transaction, event, now);
        if (--until_the_cut <= 0) throw sql::Failure{sql::Failure::Kind::broken, "cut off"};
    };
    cut_off.tell = [](Event const&) {};
    for (int again = 0; again < 8; ++again) {
        until_the_cut = 1 + again;
        Resting resting;  // a new start each time
        asks::do_what_is_due(cut_off, resting, begin_ + hours{9});
        EXPECT_GT(resting.count(), 0u);
    }
    EXPECT_LT(notices("ask_lapsed"), asks_sent);
    app.do_what_is_due();
    EXPECT_EQ(notices("ask_lapsed"), asks_sent);
    EXPECT_EQ(still_due(begin_ + hours{9}), 0u);
}

TEST_P(Clockwork, OneThatFailsDoesNotStandInTheWayOfTheOthers) {
    auto const hub = live::make_local_hub();
    App app{database(), *hub, [&] { return begin_ + hours{9}; }, {}};
    Services one_fails = app.services();
    std::optional<AskId> failing;
    one_fails.record = [&](sql::Transaction& transaction, Event const& event, Time now) {
        if (!failing) failing = event.ask;
        if (event.ask == failing) throw sql::Failure{sql::Failure::Kind::broken, "this one"};
        record(transaction, event, now);
    };
    one_fails.tell = [](Event const&) {};
    Resting resting;
    asks::do_what_is_due(one_fails, resting, begin_ + hours{9});
    EXPECT_EQ(notices("ask_lapsed"), asks_sent - 1);
    app.do_what_is_due();
    EXPECT_EQ(notices("ask_lapsed"), asks_sent);
}

}  // namespace
}  // namespace kith::app
