// Pages of threads and of answers, walked both ways on both engines.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "domain/groups/found.hpp"
#include "domain/groups/store.hpp"
#include "domain/people/store.hpp"
#include "domain/posts/changes.hpp"
#include "domain/posts/store.hpp"
#include "domain/posts/visits.hpp"
#include "support/engines.hpp"
#include "support/migrated.hpp"

namespace kith::posts {
namespace {

class PagingTest : public test::OnBothEngines {
protected:
    PagingTest() {
        test::migrate(database());
        write([&](sql::Transaction& transaction) {
            people::add(transaction, {ada, "ada@example.org", "Ada Example", Capacity::practitioner, {}, false}, "");
            group = groups::found(transaction, {"Tuesday", "", "Be kind."}, ada, Capacity::practitioner, {});
            groups::add_topic(transaction, group, topic, "Court", {});
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
    Post make_post(sql::Transaction& transaction, std::optional<PostId> thread, std::optional<TopicId> about = {}) {
        Post post;
        post.id = PostId::random();
        post.group = group;
        post.thread = thread;
        post.topic = about;
        post.author = ada;
        post.body = "words";
        post.sequence = groups::next_sequence(transaction, group);
        add(transaction, post);
        if (thread) note_comment(transaction, post);
        return post;
    }
    PageOf threads_at(Position position, std::optional<TopicId> about = {}) {
        return database().read([&](sql::Transaction& t) { return threads(t, group, about, position); });
    }
    PageOf comments_at(PostId thread, Position position) {
        return database().read([&](sql::Transaction& t) { return comments(t, thread, position); });
    }

    PersonId ada = PersonId::random();
    GroupId group;
    TopicId topic = TopicId::random();
};
INSTANTIATE_TEST_SUITE_P(Engines, PagingTest, test::both_engines(), test::engine_name);

using Side = Position::Side;

TEST_P(PagingTest, of_nothing_leads_nowhere) {
    auto const page = threads_at({});
    EXPECT_TRUE(page.things.empty());
    EXPECT_FALSE(page.older || page.newer);
}

TEST_P(PagingTest, one_full_page_has_no_neighbours) {
    write([&](sql::Transaction& transaction) {
        for (std::size_t i = 0; i < threads_on_a_page; ++i) make_post(transaction, {});
    });
    auto const page = threads_at({});
    EXPECT_EQ(page.things.size(), threads_on_a_page);
    EXPECT_FALSE(page.older || page.newer);
}

TEST_P(PagingTest, walks_down_and_up_again_over_the_same_threads) {
    constexpr std::size_t count = 2 * threads_on_a_page + 5;
    write([&](sql::Transaction& transaction) {
        for (std::size_t i = 0; i < count; ++i) make_post(transaction, {});
    });
    std::vector<std::int64_t> down;
    std::set<PostId> seen;
    Position position;
    PageOf page;
    for (;;) {
        page = threads_at(position);
        for (auto const& shown : page.things) {
            down.push_back(shown.post.sequence);
            seen.insert(shown.post.id);
        }
        if (!page.older) break;
        position = {Side::older_than, *page.older};
    }
    EXPECT_EQ(seen.size(), count);
    EXPECT_TRUE(std::ranges::is_sorted(down, std::greater{}));
    ASSERT_EQ(page.things.size(), 5u);

    ASSERT_TRUE(page.newer.has_value());
    auto const middle = threads_at({Side::newer_than, *page.newer});
    EXPECT_EQ(middle.things.size(), threads_on_a_page);
    EXPECT_TRUE(middle.older && middle.newer);
    EXPECT_EQ(middle.things.back().post.sequence, page.things.front().post.sequence + 1);
    auto const top = threads_at({Side::newer_than, *middle.newer});
    EXPECT_EQ(top.things.front().post.sequence, down.front());
    EXPECT_FALSE(top.newer.has_value());
    EXPECT_TRUE(top.older.has_value());
}

TEST_P(PagingTest, beyond_either_end_leads_back) {
    write([&](sql::Transaction& transaction) { make_post(transaction, {}); });
    auto const below = threads_at({Side::older_than, 1});
    EXPECT_TRUE(below.things.empty());
    EXPECT_FALSE(below.older.has_value());
    ASSERT_TRUE(below.newer.has_value());
    EXPECT_EQ(threads_at({Side::newer_than, *below.newer}).things.size(), 1u);
    auto const above = threads_at({Side::newer_than, 1'000});
    EXPECT_TRUE(above.things.empty());
    EXPECT_FALSE(above.newer.has_value());
    ASSERT_TRUE(above.older.has_value());
    EXPECT_EQ(threads_at({Side::older_than, *above.older}).things.size(), 1u);
}

TEST_P(PagingTest, an_answer_moves_its_thread_to_the_top) {
    Post first;
    write([&](sql::Transaction& transaction) {
        first = make_post(transaction, {});
        make_post(transaction, {});
        make_post(transaction, first.id);
    });
    auto const page = threads_at({});
    ASSERT_EQ(page.things.size(), 2u);
    EXPECT_EQ(page.things.front().post.id, first.id);
    EXPECT_EQ(page.things.front().post.comment_count, 1);
}

TEST_P(PagingTest, by_topic_passes_over_the_others) {
    write([&](sql::Transaction& transaction) {
        for (std::size_t i = 0; i < threads_on_a_page + 1; ++i) {
            make_post(transaction, {}, topic);
            make_post(transaction, {});
        }
    });
    auto const page = threads_at({}, topic);
    EXPECT_EQ(page.things.size(), threads_on_a_page);
    for (auto const& shown : page.things) EXPECT_EQ(shown.topic_name, "Court");
    ASSERT_TRUE(page.older.has_value());
    EXPECT_EQ(threads_at({Side::older_than, *page.older}, topic).things.size(), 1u);
}

TEST_P(PagingTest, answers_begin_with_the_newest_page_oldest_first) {
    Post head;
    constexpr std::size_t count = comments_on_a_page + 3;
    write([&](sql::Transaction& transaction) {
        head = make_post(transaction, {});
        for (std::size_t i = 0; i < count; ++i) make_post(transaction, head.id);
    });
    auto const newest = comments_at(head.id, {});
    ASSERT_EQ(newest.things.size(), comments_on_a_page);
    EXPECT_LT(newest.things.front().post.sequence, newest.things.back().post.sequence);
    EXPECT_FALSE(newest.newer.has_value());
    ASSERT_TRUE(newest.older.has_value());
    auto const oldest = comments_at(head.id, {Side::older_than, *newest.older});
    EXPECT_EQ(oldest.things.size(), 3u);
    EXPECT_FALSE(oldest.older.has_value());
    ASSERT_TRUE(oldest.newer.has_value());
    EXPECT_EQ(comments_at(head.id, {Side::newer_than, *oldest.newer}).things.front().post.id,
              newest.things.front().post.id);
}

TEST_P(PagingTest, a_link_to_an_answer_leads_to_its_page) {
    Post head, early, late;
    write([&](sql::Transaction& transaction) {
        head = make_post(transaction, {});
        early = make_post(transaction, head.id);
        for (std::size_t i = 0; i < comments_on_a_page; ++i) late = make_post(transaction, head.id);
    });
    auto const place = [&](Post const& post) {
        return database().read([&](sql::Transaction& transaction) { return place_of(transaction, post); });
    };
    auto const thread = "/posts/" + head.id.text();
    EXPECT_EQ(place(head), thread);
    EXPECT_EQ(place(late), thread + "#post-" + late.id.text());
    EXPECT_EQ(place(early), thread + "?newer=1#post-" + early.id.text());
    EXPECT_EQ(comments_at(head.id, {Side::newer_than, 1}).things.front().post.id, early.id);
}

TEST_P(PagingTest, what_changed_is_found_again_in_order) {
    Post one, two;
    write([&](sql::Transaction& transaction) {
        one = make_post(transaction, {});
        two = make_post(transaction, {});
        EXPECT_TRUE(rewrite(transaction, one, "other words", {}));
        EXPECT_FALSE(rewrite(transaction, one, "too late", {}));
        EXPECT_EQ(note_change(transaction, one), 3);
    });
    auto const changed = database().read([&](sql::Transaction& t) { return changed_since(t, group, 0, 10); });
    ASSERT_EQ(changed.size(), 2u);
    EXPECT_EQ(changed[0].post.id, two.id);
    EXPECT_EQ(changed[1].post.id, one.id);
    EXPECT_EQ(changed[1].post.body, "other words");
    auto const rest = database().read([&](sql::Transaction& t) { return changed_since(t, group, 2, 10); });
    EXPECT_EQ(rest.size(), 1u);
}

TEST(Visit, begins_after_a_gap_and_moves_only_when_something_changed) {
    using namespace std::chrono_literals;
    Time const start{1'000'000'000};
    auto const first = after_looking(std::nullopt, 7, start, Looked::at_group);
    EXPECT_EQ(first.before_sequence, 7);
    auto const again = after_looking(first, 7, start + 1min, Looked::at_group);
    EXPECT_EQ(again.seen_at, first.seen_at);
    auto const seen_more = after_looking(first, 9, start + 1min, Looked::at_group);
    EXPECT_EQ(seen_more.before_sequence, 7);
    EXPECT_EQ(seen_more.seen_sequence, 9);
    auto const at_thread = after_looking(seen_more, 12, start + 2min, Looked::at_thread);
    EXPECT_EQ(at_thread.seen_sequence, 9);
    auto const next = after_looking(seen_more, 12, start + 32min, Looked::at_group);
    EXPECT_EQ(next.before_sequence, 9);
    EXPECT_EQ(next.seen_sequence, 12);
    auto const just_before = after_looking(seen_more, 12, start + 30min, Looked::at_group);
    EXPECT_EQ(just_before.before_sequence, 7);
}

}  // namespace
}  // namespace kith::posts
