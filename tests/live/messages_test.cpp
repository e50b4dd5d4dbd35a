// Messages through the whole app: what an open conversation hears, and who hears no more.
#include <gtest/gtest.h>

#include "live/live_world.hpp"

namespace kith::test {
namespace {

class MessagesTest : public LiveWorld {
protected:
    MessagesTest() {
        for (auto const* who : {"ada", "ben", "cleo"}) world.put_in(who, "Sunday");
        world.put_in("ben", "Monday");
    }
    std::string begin(std::vector<std::string> const& with, std::string const& body) {
        std::vector<std::pair<std::string, std::string>> fields{{"body", body}};
        for (auto const& who : with) fields.emplace_back("to", world.person(who).id.text());
        auto const location = location_of(world.post("ada", "/messages", fields));
        return location.substr(0, location.find('#'));
    }
    int say(std::string const& who, std::string const& path, std::string const& body) {
        return world.post(who, path, {{"body", body}}).status;
    }
    static std::string hearing(std::string const& path, std::int64_t from) {
        return "?hear=" + path.substr(path.rfind('/') + 1) + "." + std::to_string(from);
    }
    void show(std::string const& who, char const* what) {
        EXPECT_EQ(world.post(who, "/messages/settings", {{"takes_messages", "yes"}, {what, "yes"}}).status, 303);
    }
};
INSTANTIATE_TEST_SUITE_P(Engines, MessagesTest, ::testing::Values(On::sqlite, On::postgres),
                         [](auto const& info) { return info.param == On::sqlite ? "sqlite" : "postgres"; });

TEST_P(MessagesTest, what_is_said_reaches_the_open_page_once_and_what_was_missed_comes_first) {
    auto const path = begin({"ben"}, "One");
    EXPECT_EQ(say("ada", path, "Two"), 303);
    auto const page = open("ben", hearing(path, 1));
    EXPECT_EQ(page->times("event: message"), 1u);
    EXPECT_TRUE(page->has("Two"));
    EXPECT_EQ(say("ada", path, "Three"), 303);
    EXPECT_EQ(page->times("event: message"), 2u);
    EXPECT_EQ(page->times("<p>Three"), 1u);
    EXPECT_FALSE(page->has("<p>One"));
    EXPECT_EQ(ask("cleo", hearing(path, 0)).status, 404);
}

TEST_P(MessagesTest, the_list_of_conversations_hears_that_one_moved_and_of_no_other) {
    auto const path = begin({"ben"}, "One");
    auto const his = open("ben", "?hear=" + world.person("ben").id.text() + ".0");
    auto const hers = open("cleo", "?hear=" + world.person("cleo").id.text() + ".0");
    EXPECT_EQ(his->times("event: inbox"), 1u);
    EXPECT_EQ(say("ada", path, "Two"), 303);
    EXPECT_EQ(his->times("event: inbox"), 2u);
    EXPECT_FALSE(his->has("<p>Two"));
    EXPECT_EQ(hers->times("event: inbox"), 0u);
    EXPECT_EQ(ask("cleo", "?hear=" + world.person("ben").id.text() + ".0").status, 404);
}

TEST_P(MessagesTest, who_was_added_hears_nothing_from_before) {
    auto const path = begin({"ben"}, "For ben alone");
    auto const several = begin({"ben", "cleo"}, "Only the three of us");
    world.put_in("dan", "Sunday");
    EXPECT_EQ(world.post("ben", several + "/people", {{"person", world.person("dan").id.text()}}).status, 303);
    auto const page = open("dan", hearing(several, 0));
    EXPECT_FALSE(page->has("Only the three of us"));
    EXPECT_TRUE(page->has("Ben Example added Dan Example"));
    EXPECT_EQ(ask("dan", hearing(path, 0)).status, 404);
}

TEST_P(MessagesTest, who_leaves_hears_no_more_at_once) {
    auto const path = begin({"ben", "cleo"}, "One");
    auto const page = open("ben", hearing(path, 1));
    EXPECT_EQ(world.post("ben", path + "/leave", {}).status, 303);
    EXPECT_EQ(say("ada", path, "Only for those who stayed"), 303);
    EXPECT_FALSE(page->has("stayed"));
}

TEST_P(MessagesTest, who_shares_no_group_any_more_hears_no_more_at_once) {
    auto const path = begin({"ben", "cleo"}, "One");
    auto const page = open("ben", hearing(path, 1));
    auto const sunday = "/groups/" + world.group("Sunday").text();
    EXPECT_EQ(world.post("ben", sunday + "/leave", {{"keeps", "with_name"}}).status, 303);
    EXPECT_EQ(say("ada", path, "Only for those who stayed"), 303);
    EXPECT_FALSE(page->has("stayed"));
}

TEST_P(MessagesTest, typing_is_told_only_where_both_show_it) {
    auto const path = begin({"ben"}, "One");
    auto const page = open("ada", hearing(path, 1));
    EXPECT_EQ(world.post("ben", path + "/typing", {}).status, 303);
    show("ben", "shows_typing");
    EXPECT_EQ(world.post("ben", path + "/typing", {}).status, 303);
    EXPECT_EQ(page->times("event: typing"), 0u);
    show("ada", "shows_typing");
    EXPECT_EQ(world.post("ben", path + "/typing", {}).status, 303);
    EXPECT_EQ(page->times("event: typing"), 1u);
    EXPECT_EQ(world.post("ben", path + "/seen", {}).status, 303);
    EXPECT_EQ(page->times("event: seen"), 0u);
}

TEST_P(MessagesTest, asking_now_and_then_gives_what_a_stream_would) {
    auto const path = begin({"ben"}, "One");
    EXPECT_EQ(say("ada", path, "Two"), 303);
    auto const answer = world.get("ben", "/live" + hearing(path, 1), true);
    EXPECT_EQ(answer.status, 200);
    EXPECT_NE(answer.body.find("Two"), std::string::npos);
    EXPECT_EQ(answer.body.find("<p>One"), std::string::npos);
    EXPECT_NE(answer.body.find("\"heard\":\"" + hearing(path, 2).substr(6)), std::string::npos);
}

}  // namespace
}  // namespace kith::test
