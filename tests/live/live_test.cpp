// Live delivery through the whole app: what open pages hear, and who hears no more.
#include <gtest/gtest.h>

#include <thread>

#include "domain/groups/store.hpp"
#include "domain/posts/post.hpp"
#include "live/live_world.hpp"
#include "platform/live/telling.hpp"

namespace kith::test {
namespace {

class LiveTest : public LiveWorld {
protected:
    LiveTest() {
        for (auto const* who : {"ada", "ben"}) world.put_in(who, "Tuesday");
        world.person("cleo");
        tuesday = world.group("Tuesday");
    }
    std::string of_tuesday() const { return "?group=" + tuesday.text(); }
    std::string after(std::int64_t sequence) const {
        return of_tuesday() + "&after=" + tuesday.text() + "." + std::to_string(sequence);
    }
    std::string post(std::string const& who, std::string const& body) {
        return id_of(world.post(who, "/groups/" + tuesday.text() + "/posts", {{"body", body}}));
    }
    std::string comment(std::string const& who, std::string const& thread, std::string const& body) {
        return id_of(world.post(who, "/posts/" + thread + "/comments", {{"body", body}}));
    }
    static std::string id_of(http::Response const& response) {
        EXPECT_EQ(response.status, 303);
        for (auto const& [name, value] : response.headers) {
            if (name != "Location") continue;
            auto const mark = value.find("#post-");
            return mark == value.npos ? value.substr(value.rfind('/') + 1) : value.substr(mark + 6);
        }
        return {};
    }
    void remove(std::string const& who) {
        auto const person = world.person(who).id;
        (void)world.database().write([&](sql::Transaction& transaction) -> Result<void> {
            groups::remove_member(transaction, tuesday, person);
            return {};
        });
    }

    GroupId tuesday;
};
INSTANTIATE_TEST_SUITE_P(Engines, LiveTest, ::testing::Values(On::sqlite, On::postgres),
                         [](auto const& info) { return info.param == On::sqlite ? "sqlite" : "postgres"; });

TEST_P(LiveTest, what_is_written_reaches_the_open_pages_of_members) {
    auto const page = open("ben", of_tuesday());
    auto const id = post("ada", "A **quiet** word");
    EXPECT_EQ(page->times("event: post"), 1u);
    EXPECT_TRUE(page->has("\"kind\":\"post\""));
    EXPECT_TRUE(page->has("\"id\":\"" + id + "\""));
    EXPECT_TRUE(page->has("<strong>quiet<\\/strong>"));
    comment("ada", id, "And another");
    EXPECT_TRUE(page->has("\"kind\":\"comment\""));
    EXPECT_EQ(page->sequences(), (std::vector<std::int64_t>{0, 1, 2}));
    EXPECT_EQ(ask("cleo", of_tuesday()).status, 404);
}

TEST_P(LiveTest, a_page_carries_nothing_of_the_one_who_wrote) {
    auto const page = open("ben", of_tuesday());
    auto const id = post("ada", "Hello");
    EXPECT_FALSE(page->has("/posts/" + id + "/edit"));
    EXPECT_FALSE(page->has("csrf"));
}

TEST_P(LiveTest, taken_back_words_are_in_no_event) {
    auto const id = post("ada", "Too much said");
    auto const page = open("ben", of_tuesday());
    EXPECT_EQ(world.post("ada", "/posts/" + id + "/withdraw", {}).status, 303);
    EXPECT_TRUE(page->has("\"kind\":\"changed\""));
    EXPECT_TRUE(page->has("Taken back by its author."));
    EXPECT_FALSE(page->has("Too much said"));
    auto const late = open("ben", after(0));
    EXPECT_TRUE(late->has("Taken back by its author."));
    EXPECT_FALSE(late->has("Too much said"));
}

TEST_P(LiveTest, a_page_that_was_away_hears_what_it_missed_once) {
    auto const id = post("ada", "One");
    comment("ada", id, "Two");
    auto const page = open("ben", after(1));
    EXPECT_FALSE(page->has("One"));
    EXPECT_EQ(page->times("<p>Two"), 1u);
    comment("ada", id, "Three");
    EXPECT_EQ(page->times("<p>Two"), 1u);
    EXPECT_EQ(page->times("<p>Three"), 1u);
}

TEST_P(LiveTest, a_page_that_was_away_for_long_is_told_to_load_anew) {
    auto const id = post("ada", "One");
    for (std::size_t i = 0; i <= live::live_changes_max; ++i) comment("ada", id, "More");
    auto const page = open("ben", after(0));
    EXPECT_TRUE(page->has("event: reload"));
    EXPECT_FALSE(page->has("event: post"));
}

TEST_P(LiveTest, nothing_that_was_heard_is_lost_over_a_restart) {
    auto const id = post("ada", "One");
    world.restart();
    comment("ada", id, "Two");
    auto const page = open("ben", after(1));
    EXPECT_EQ(page->times("<p>Two"), 1u);
}

TEST_P(LiveTest, whoever_leaves_hears_no_more_at_once) {
    auto const page = open("ben", of_tuesday());
    remove("ben");
    Event left{.what = Event::What::left};
    left.group = tuesday;
    left.actor = world.person("ben").id;
    world.app().services().tell(left);
    post("ada", "Only for those who stayed");
    EXPECT_FALSE(page->has("stayed"));
    EXPECT_EQ(ask("ben", of_tuesday()).status, 404);
}

TEST_P(LiveTest, whoever_left_between_the_gate_and_the_stream_hears_nothing) {
    auto const response = ask("ben", of_tuesday());
    remove("ben");
    auto const page = std::make_shared<Page>();
    auto const subscription = response.events(page);
    post("ada", "Only for those who stayed");
    EXPECT_EQ(page->heard(), "");
    EXPECT_TRUE(page->closed());
}

TEST_P(LiveTest, signing_out_closes_the_pages_of_that_session) {
    auto const page = open("ben", of_tuesday());
    auto const others = open("ada", of_tuesday());
    EXPECT_EQ(world.post("ben", "/session/end", {}).status, 303);
    EXPECT_TRUE(page->closed());
    EXPECT_FALSE(others->closed());
}

TEST_P(LiveTest, without_a_group_a_page_hears_all_of_them) {
    world.put_in("ben", "Friday");
    auto const friday = world.group("Friday");
    auto const page = open("ben", "");
    post("ada", "On Tuesday");
    EXPECT_EQ(world.post("ben", "/groups/" + friday.text() + "/posts", {{"body", "On Friday"}}).status, 303);
    EXPECT_TRUE(page->has("On Tuesday"));
    EXPECT_TRUE(page->has("On Friday"));
    auto const last_id = page->heard().substr(page->heard().rfind("id: ") + 4);
    EXPECT_NE(last_id.substr(0, last_id.find('\n')).find('~'), std::string::npos);
    auto const back = open("ben", "?after=" + last_id.substr(0, last_id.find('\n')));
    EXPECT_FALSE(back->has("event: post"));
}

TEST_P(LiveTest, many_at_once_are_heard_once_each_and_in_order) {
    auto const id = post("ada", "One");
    auto const page = open("ben", after(1));
    constexpr int writers = 4, each = 15;
    std::vector<std::thread> threads;
    for (int writer = 0; writer < writers; ++writer)
        threads.emplace_back([&] {
            for (int i = 0; i < each; ++i) comment("ada", id, "More");
        });
    for (auto& thread : threads) thread.join();
    auto const heard = page->sequences();
    ASSERT_EQ(heard.size(), 1u + writers * each);
    for (std::size_t i = 0; i < heard.size(); ++i) EXPECT_EQ(heard[i], static_cast<std::int64_t>(i) + 1);
}

TEST_P(LiveTest, who_is_here_is_shown_only_of_those_who_said_so) {
    auto const page = open("ben", of_tuesday());
    auto const group = "/groups/" + tuesday.text();
    auto const shows_ben = [&] {
        auto const body = world.get("ada", group).body;
        return body.find("class=\"here-person\">Ben Example") != std::string::npos;
    };
    EXPECT_FALSE(shows_ben());
    EXPECT_EQ(world.post("ben", group + "/presence", {{"shows", "yes"}}).status, 303);
    EXPECT_TRUE(shows_ben());
    EXPECT_EQ(world.post("ben", group + "/presence", {{"shows", "no"}}).status, 303);
    EXPECT_FALSE(shows_ben());
}

}  // namespace
}  // namespace kith::test

int main(int count, char** words) {
    ::testing::InitGoogleTest(&count, words);
    kith::test::prepare_program();
    return RUN_ALL_TESTS();
}
