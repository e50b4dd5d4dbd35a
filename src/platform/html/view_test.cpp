#include <gtest/gtest.h>

#include <limits>
#include <nlohmann/json.hpp>
#include <random>

#include "platform/html/markdown.hpp"
#include "platform/html/view.hpp"

namespace kith::html {
namespace {

TEST(View, WritesJson) {
    View author;
    author.text("name", "Ada \"Example\"");
    View::List posts;
    posts.emplace_back().text("body", "one").number("comment_count", 2);
    posts.emplace_back().text("body", "two").number("comment_count", -1);
    View view;
    view.text("title", "Tuesday").flag("closed", false).flag("mine", true).null("older");
    view.child("author", std::move(author)).list("posts", std::move(posts)).list("none", {});
    view.text("csrf", "secret", Seen::by_templates_only).markup("body_html", markdown("*hi*"));
    EXPECT_EQ(view.json(),
              R"({"title":"Tuesday","closed":false,"mine":true,"older":null,"author":{"name":"Ada \"Example\""},)"
              R"("posts":[{"body":"one","comment_count":2},{"body":"two","comment_count":-1}],"none":[],)"
              R"("body_html":"<p><em>hi<\/em><\/p>\n"})");
    EXPECT_EQ(View{}.json(), "{}");
}

TEST(View, TheLaterValueOfANameStands) {
    View view;
    view.text("a", "1").text("b", "2").number("a", 3);
    EXPECT_EQ(view.json(), R"({"a":3,"b":"2"})");
}

TEST(View, JsonIsSafeInsideAPage) {
    View view;
    view.text("a", "</script>\u2028\u2029</");
    EXPECT_EQ(view.json(), R"({"a":"<\/script>\u2028\u2029<\/"})");
}

TEST(View, JsonReadsBackAsItWas) {
    std::mt19937 random{3};
    for (int round = 0; round < 2'000; ++round) {
        std::string text;
        for (auto n = random() % 20; n > 0; --n) {
            constexpr std::string_view letters[] = {"é",  "🙂", "\u2028", "\u2029", "\u2030",
                                                    "</", "\"", "\\",     "/",      "\x7F"};
            if (random() % 2)
                text += letters[random() % std::size(letters)];
            else
                text += static_cast<char>(random() % 0x60);
        }
        auto const number = static_cast<std::int64_t>((std::uint64_t{random()} << 32) | random());
        View::List list;
        list.emplace_back().text("text", text);
        View view;
        view.text("text", text).number("number", number).list("list", std::move(list));
        auto const read = nlohmann::json::parse(view.json());
        EXPECT_EQ(read["text"], text);
        EXPECT_EQ(read["number"], number);
        EXPECT_EQ(read["list"][0]["text"], text);
    }
    View least;
    least.number("n", std::numeric_limits<std::int64_t>::min());
    EXPECT_EQ(least.json(), R"({"n":-9223372036854775808})");
}

}  // namespace
}  // namespace kith::html
