// Reports go round the one they are about, in every question the store answers, on both engines.
#include "domain/moderation/store.hpp"

#include <gtest/gtest.h>

#include "domain/groups/found.hpp"
#include "domain/groups/store.hpp"
#include "domain/people/store.hpp"
#include "domain/posts/store.hpp"
#include "support/engines.hpp"
#include "support/migrated.hpp"

namespace kith::moderation {
namespace {

class ReportsTest : public test::OnBothEngines {
protected:
    ReportsTest() {
        test::migrate(database());
        write([&](sql::Transaction& transaction) {
            for (auto const& [id, name] : {std::pair{ada, "Ada"}, std::pair{ben, "Ben"}})
                people::add(transaction, {id, std::string{name} + "@example.org", name, Capacity::manager, {}, false},
                            "");
            group = groups::found(transaction, {"Tuesday", "", "Be kind."}, ada, Capacity::manager, {});
            groups::add_member(transaction, group, ben, Role::facilitator, Capacity::manager, ada, {});
            post.id = PostId::random();
            post.group = group;
            post.author = ada;
            post.body = "words";
            post.sequence = groups::next_sequence(transaction, group);
            posts::add(transaction, post);
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
    Report make_report(std::optional<PersonId> about, std::int64_t at) {
        Report report{ReportId::ordered({at}), group, post.id, ben, about, "It could be one family.", {at}, false};
        write([&](sql::Transaction& transaction) { add(transaction, report); });
        return report;
    }
    template <class F>
    auto ask(F question) {
        return database().read([&](sql::Transaction& transaction) { return question(transaction); });
    }

    PersonId ada = PersonId::random(), ben = PersonId::random();
    GroupId group;
    Post post;
};
INSTANTIATE_TEST_SUITE_P(Engines, ReportsTest, test::both_engines(), test::engine_name);

TEST_P(ReportsTest, about_a_person_are_not_there_for_them) {
    auto const report = make_report(ada, 1);
    auto const seen_by = [&](PersonId reader) {
        return ask([&](sql::Transaction& t) {
            return std::tuple{find(t, group, report.id, reader).has_value(), open_reports(t, group, reader).size(),
                              closed_reports(t, group, reader, std::nullopt, 10).size(), count_open(t, group, reader)};
        });
    };
    EXPECT_EQ(seen_by(ben), (std::tuple{true, 1u, 0u, std::int64_t{1}}));
    EXPECT_EQ(seen_by(ada), (std::tuple{false, 0u, 0u, std::int64_t{0}}));
    write([&](sql::Transaction& t) {
        EXPECT_TRUE(close(t, report, ReportOutcome::talked, ben, {2}));
        EXPECT_FALSE(close(t, report, ReportOutcome::left, ben, {3}));
    });
    EXPECT_EQ(seen_by(ben), (std::tuple{true, 0u, 1u, std::int64_t{0}}));
    EXPECT_EQ(seen_by(ada), (std::tuple{false, 0u, 0u, std::int64_t{0}}));
}

TEST_P(ReportsTest, about_somebody_who_left_are_for_every_facilitator) {
    make_report(std::nullopt, 1);
    EXPECT_EQ(ask([&](sql::Transaction& t) { return count_open(t, group, ada); }), 1);
    EXPECT_EQ(ask([&](sql::Transaction& t) { return count_open(t, group, ben); }), 1);
}

TEST_P(ReportsTest, that_are_closed_go_on_where_the_page_ended) {
    for (int at = 1; at <= 5; ++at) {
        auto const report = make_report(ada, at);
        write([&](sql::Transaction& t) { close(t, report, ReportOutcome::left, ben, {at}); });
    }
    auto const first = ask([&](sql::Transaction& t) { return closed_reports(t, group, ben, std::nullopt, 3); });
    ASSERT_EQ(first.size(), 3u);
    EXPECT_EQ(first[0].report.reported_at, (Time{5}));
    auto const rest = ask([&](sql::Transaction& t) { return closed_reports(t, group, ben, first[2].report.id, 3); });
    ASSERT_EQ(rest.size(), 2u);
    EXPECT_EQ(rest[0].report.reported_at, (Time{2}));
}

TEST_P(ReportsTest, of_one_person_about_one_post_are_one_at_a_time) {
    auto const report = make_report(ada, 1);
    EXPECT_TRUE(ask([&](sql::Transaction& t) { return has_open_report(t, post.id, ben); }));
    EXPECT_FALSE(ask([&](sql::Transaction& t) { return has_open_report(t, post.id, ada); }));
    write([&](sql::Transaction& t) { close(t, report, ReportOutcome::left, ben, {2}); });
    EXPECT_FALSE(ask([&](sql::Transaction& t) { return has_open_report(t, post.id, ben); }));
}

TEST_P(ReportsTest, a_post_is_hidden_once_and_shown_once) {
    write([&](sql::Transaction& t) {
        EXPECT_TRUE(hide(t, post, ben, "It could be one family.", {1}));
        EXPECT_FALSE(hide(t, post, ben, "Again", {2}));
    });
    EXPECT_EQ(ask([&](sql::Transaction& t) { return find_hiding(t, post.id); })->by, "Ben");
    write([&](sql::Transaction& t) {
        EXPECT_TRUE(show(t, post.id));
        EXPECT_FALSE(show(t, post.id));
    });
    EXPECT_FALSE(ask([&](sql::Transaction& t) { return find_hiding(t, post.id); }).has_value());
}

}  // namespace
}  // namespace kith::moderation
