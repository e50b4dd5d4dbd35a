// Notices in the database: no nagging, only for members, pages walked both ways, on both engines.
#include "domain/notices/store.hpp"

#include <gtest/gtest.h>

#include "domain/groups/found.hpp"
#include "domain/groups/store.hpp"
#include "domain/people/store.hpp"
#include "domain/posts/store.hpp"
#include "support/engines.hpp"
#include "support/migrated.hpp"

namespace kith::notices {
namespace {

class NoticesTest : public test::OnBothEngines {
protected:
    NoticesTest() {
        test::migrate(database());
        write([&](sql::Transaction& transaction) {
            people::add(transaction, {ada, "ada@example.org", "Ada Example", Capacity::practitioner, {}, false}, "");
            people::add(transaction, {cleo, "cleo@example.org", "Cleo Example", Capacity::practitioner, {}, false}, "");
            group = groups::found(transaction, {"Tuesday", "", "Be kind."}, ada, Capacity::practitioner, {});
            thread = make_post(transaction, std::nullopt);
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
    PostId make_post(sql::Transaction& transaction, std::optional<PostId> under) {
        Post post;
        post.id = PostId::random();
        post.group = group;
        post.thread = under;
        post.author = ada;
        post.body = "words";
        post.sequence = groups::next_sequence(transaction, group);
        posts::add(transaction, post);
        return post.id;
    }
    void answer(PersonId person, Time now, NoticeKind kind = NoticeKind::answer) {
        write([&](sql::Transaction& transaction) {
            tell_member(transaction, person, group, kind, {make_post(transaction, thread), thread, {}}, now);
        });
    }
    PageOf page_of(PersonId person, Position position = {}) {
        return database().read([&](sql::Transaction& transaction) { return page(transaction, person, position); });
    }

    PersonId ada = PersonId::random(), cleo = PersonId::random();
    GroupId group;
    PostId thread;
};
INSTANTIATE_TEST_SUITE_P(Engines, NoticesTest, test::both_engines(), test::engine_name);

TEST_P(NoticesTest, one_of_a_kind_about_a_thread_is_enough) {
    answer(ada, {1});
    answer(ada, {2});
    EXPECT_EQ(page_of(ada).notices.size(), 1u);
    answer(ada, {3}, NoticeKind::mention);
    EXPECT_EQ(page_of(ada).notices.size(), 2u);
    write([&](sql::Transaction& transaction) { mark_all_read(transaction, ada, {4}); });
    answer(ada, {5});
    EXPECT_EQ(page_of(ada).notices.size(), 3u);
}

TEST_P(NoticesTest, are_for_members) {
    answer(cleo, {1});
    EXPECT_TRUE(page_of(cleo).notices.empty());
    write([&](sql::Transaction& transaction) {
        groups::add_member(transaction, group, cleo, Role::member, Capacity::student, ada, {});
    });
    answer(cleo, {2});
    ASSERT_EQ(page_of(cleo).notices.size(), 1u);
    EXPECT_EQ(page_of(cleo).notices[0].group_name, "Tuesday");
    write([&](sql::Transaction& transaction) { groups::remove_member(transaction, group, cleo); });
    EXPECT_TRUE(page_of(cleo).notices.empty());
}

TEST_P(NoticesTest, are_found_only_by_whom_they_are_for) {
    answer(ada, {1});
    auto const id = page_of(ada).notices.at(0).id;
    database().read([&](sql::Transaction& transaction) {
        EXPECT_TRUE(find(transaction, ada, id).has_value());
        EXPECT_FALSE(find(transaction, cleo, id).has_value());
    });
    write([&](sql::Transaction& transaction) { mark_read(transaction, cleo, id, {2}); });
    EXPECT_FALSE(page_of(ada).notices.at(0).read);
    write([&](sql::Transaction& transaction) { mark_read(transaction, ada, id, {2}); });
    EXPECT_TRUE(page_of(ada).notices.at(0).read);
}

TEST_P(NoticesTest, are_walked_both_ways) {
    auto const count = notices_on_a_page * 2 + 3;
    write([&](sql::Transaction& transaction) {
        for (std::size_t i = 0; i < count; ++i)
            tell_member(transaction, ada, group, NoticeKind::answer, {make_post(transaction, {}), {}, {}},
                        {static_cast<std::int64_t>(i) + 1});
    });
    std::vector<PageOf> pages;
    Position at;
    for (;;) {
        pages.push_back(page_of(ada, at));
        if (!pages.back().older) break;
        at = {Position::Side::older_than, *pages.back().older};
    }
    ASSERT_EQ(pages.size(), 3u);
    EXPECT_FALSE(pages[0].newer);
    EXPECT_EQ(pages[0].notices[0].told_at, (Time{static_cast<std::int64_t>(count)}));
    EXPECT_EQ(pages[2].notices.size(), 3u);
    ASSERT_TRUE(pages[2].newer);
    auto const back = page_of(ada, {Position::Side::newer_than, *pages[2].newer});
    ASSERT_EQ(back.notices.size(), notices_on_a_page);
    EXPECT_EQ(back.notices[0].id, pages[1].notices[0].id);
    EXPECT_TRUE(back.older && back.newer);
}

}  // namespace
}  // namespace kith::notices
