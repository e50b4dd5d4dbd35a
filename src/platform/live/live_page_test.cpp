// An open page's place in the stream: cursors as text, and what a page hears while it catches up.
#include "platform/live/live_page.hpp"

#include <gtest/gtest.h>

namespace kith::live {
namespace {

CircleId const tuesday = CircleId::random();
CircleId const friday = CircleId::random();

class Ear final : public http::EventSink {
public:
    bool send(Chunk chunk) override {
        heard += *chunk;
        last = chunk;
        return open;
    }
    void close() override { open = false; }
    std::string heard;
    Chunk last;
    bool open = true;
};

TEST(Cursor, is_read_as_it_was_written) {
    Cursor const one{{tuesday, 0}};
    Cursor const two{{tuesday, 42}, {friday, INT64_MAX}};
    EXPECT_EQ(cursor_from(text_of(one)), one);
    EXPECT_EQ(cursor_from(text_of(two)), two);
    EXPECT_EQ(sequence_in(two, tuesday), 42);
    EXPECT_FALSE(sequence_in(one, friday).has_value());
}

TEST(Cursor, is_nothing_when_it_is_not_one) {
    auto const id = tuesday.text();
    for (auto const& text : {std::string{}, std::string{"~"}, id, id + ".", id + ".x", id + ".-1", id + ".1x",
                             id + ".1~", "~" + id + ".1", id + ".99999999999999999999", "!" + id.substr(1) + ".1",
                             id + ".1~" + id + ".2", id + ".+1", id + ". 1", std::string(cursor_bytes_max + 1, 'a')})
        EXPECT_FALSE(cursor_from(text).has_value()) << text;
}

TEST(LivePage, shares_the_bytes_with_other_pages_of_its_group) {
    auto const ear = std::make_shared<Ear>();
    LivePage page{ear, {{tuesday, 4}}};
    page.begin();
    auto const chunk = make_chunk({tuesday, 5}, "post", "{}");
    EXPECT_TRUE(page.send(chunk));
    EXPECT_EQ(ear->last, chunk);
    EXPECT_EQ(*chunk, "id: " + tuesday.text() + ".5\nevent: post\ndata: {}\n\n");
}

TEST(LivePage, hears_everything_once_and_in_order) {
    auto const ear = std::make_shared<Ear>();
    LivePage page{ear, {{tuesday, 1}}};
    page.send(make_chunk({tuesday, 3}, "post", "three"));
    page.send(make_chunk({tuesday, 4}, "post", "four"));
    EXPECT_EQ(ear->heard, "");
    page.catch_up({tuesday, 3}, {make_chunk({tuesday, 2}, "post", "two"), make_chunk({tuesday, 3}, "post", "three")});
    page.begin();
    page.send(make_chunk({tuesday, 4}, "post", "four"));
    auto const at = [&](char const* words) { return ear->heard.find(words); };
    EXPECT_LT(at("two"), at("three"));
    EXPECT_LT(at("three"), at("four"));
    EXPECT_EQ(ear->heard.find("three", at("three") + 1), ear->heard.npos);
    EXPECT_EQ(ear->heard.find("four", at("four") + 1), ear->heard.npos);
}

TEST(LivePage, of_several_groups_says_where_it_stands_in_each) {
    auto const ear = std::make_shared<Ear>();
    LivePage page{ear, {{tuesday, 7}, {friday, 2}}};
    page.begin();
    page.send(make_chunk({friday, 3}, "post", "{}"));
    EXPECT_EQ(*ear->last, "id: " + text_of(Cursor{{friday, 3}, {tuesday, 7}}) + "\nevent: post\ndata: {}\n\n");
}

TEST(LivePage, passes_on_what_is_true_for_a_moment_and_keeps_none_of_it) {
    auto const ear = std::make_shared<Ear>();
    LivePage page{ear, {{tuesday, 1}}};
    page.send(make_passing_chunk("typing", "early"));
    page.begin();
    auto const begun = ear->heard;
    EXPECT_EQ(begun.find("early"), begun.npos);
    EXPECT_TRUE(page.send(make_passing_chunk("typing", "{}")));
    EXPECT_EQ(ear->heard, begun + "event: typing\ndata: {}\n\n");
}

TEST(LivePage, hears_nothing_of_a_group_it_dropped_and_ends_with_the_last) {
    auto const ear = std::make_shared<Ear>();
    LivePage page{ear, {{tuesday, 0}}};
    page.send(make_chunk({tuesday, 1}, "post", "secret"));
    page.drop(tuesday);
    page.begin();
    EXPECT_EQ(ear->heard, "");
    EXPECT_FALSE(ear->open);
}

}  // namespace
}  // namespace kith::live
