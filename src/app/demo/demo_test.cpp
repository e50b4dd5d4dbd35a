#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "app/demo/material.hpp"
#include "app/demo/plan.hpp"

namespace kith::app::demo {
namespace {

std::array<std::vector<std::size_t>, group_count> members_of() {
    std::array<std::vector<std::size_t>, group_count> rooms;
    for (std::size_t room = 0; room < group_count; ++room)
        for (std::size_t i = 0; i < cast().size(); ++i)
            if (cast()[i].parts[room] != Part::none) rooms[room].push_back(i);
    return rooms;
}

Plan plan(std::size_t posts, std::uint64_t seed = 1) {
    Random random{seed};
    return make_plan({0, posts, seed, Time{1'795'000'000'000}}, members_of(), random);
}

TEST(Talk, is_read_with_its_comments_and_quotes) {
    auto const talks =
        read_talk("=== Rest | ada | asks\nFirst line.\n\n- a list\n--- ben\nYes.\n--- cleo quoting 1\nNo.\n");
    ASSERT_EQ(talks.size(), 1u);
    EXPECT_EQ(talks[0].topic, "Rest");
    EXPECT_TRUE(talks[0].asks);
    EXPECT_EQ(talks[0].head.writer, "ada");
    EXPECT_EQ(talks[0].head.body, "First line.\n\n- a list");
    ASSERT_EQ(talks[0].comments.size(), 2u);
    EXPECT_EQ(talks[0].comments[1].writer, "cleo");
    EXPECT_EQ(talks[0].comments[1].quoting, 1u);
}

TEST(Talk, that_does_not_keep_to_the_form_is_refused) {
    for (auto const* text : {"hello", "--- ben\nYes.", "=== Rest | ada\nA", "=== Rest | ada | asks\n--- ben\nYes.",
                             "=== Rest | ada | asks\nA\n--- ben quoting 1\nYes."})
        EXPECT_THROW(read_talk(text), std::logic_error) << text;
}

TEST(Talk, of_each_room_is_by_its_members_and_enough) {
    auto const rooms_members = members_of();
    std::size_t threads = 0;
    for (std::size_t room = 0; room < group_count; ++room) {
        std::set<std::string_view> keys;
        for (auto const index : rooms_members[room]) keys.insert(cast()[index].key);
        for (auto const& talk : read_talk(rooms()[room].talk)) {
            ++threads;
            EXPECT_TRUE(keys.contains(talk.head.writer)) << talk.head.writer << ": " << talk.head.body;
            for (auto const& said : talk.comments)
                EXPECT_TRUE(keys.contains(said.writer)) << said.writer << ": " << said.body;
        }
    }
    EXPECT_GE(threads, 40u);
}

TEST(Plan, is_in_the_order_of_time_and_refers_to_what_came_before) {
    auto const made = plan(3'000);
    ASSERT_EQ(made.posts.size(), 3'000u);
    auto const rooms_members = members_of();
    std::size_t longest = 0;
    std::vector<std::size_t> comments(made.posts.size());
    for (std::size_t i = 0; i < made.posts.size(); ++i) {
        auto const& post = made.posts[i];
        EXPECT_LT(post.at, Time{1'795'000'000'000});
        EXPECT_GT(post.at, made.began);
        EXPECT_FALSE(post.body.empty());
        if (i > 0) EXPECT_LE(made.posts[i - 1].at, post.at);
        EXPECT_NE(std::ranges::find(rooms_members[post.room], post.writer), rooms_members[post.room].end());
        if (post.head == Planned::none) continue;
        ASSERT_LT(post.head, i);
        EXPECT_EQ(made.posts[post.head].head, Planned::none);
        EXPECT_EQ(made.posts[post.head].room, post.room);
        longest = std::max(longest, ++comments[post.head]);
        if (post.quoted == Planned::none) continue;
        ASSERT_LT(post.quoted, i);
        EXPECT_EQ(made.posts[post.quoted].head, post.head);
    }
    EXPECT_GE(longest, 50u);
}

TEST(Plan, comes_out_the_same_from_the_same_seed) {
    auto const one = plan(500), same = plan(500), other = plan(500, 2);
    bool differs = false;
    for (std::size_t i = 0; i < one.posts.size(); ++i) {
        EXPECT_EQ(one.posts[i].at, same.posts[i].at);
        EXPECT_EQ(one.posts[i].body, same.posts[i].body);
        differs = differs || one.posts[i].at != other.posts[i].at;
    }
    EXPECT_TRUE(differs);
}

TEST(Cast, has_no_name_twice) {
    std::set<std::string> names;
    for (auto const& character : cast()) names.emplace(character.name);
    names.emplace(newcomer().name);
    for (std::size_t i = 0; i < members_max; ++i) names.insert(extra(i).name);
    EXPECT_EQ(names.size(), cast().size() + 1 + members_max);
}

}  // namespace
}  // namespace kith::app::demo
