// A letter as it goes over the line: fields, parts, lengths; and what is no address.
#include "platform/mail/letter.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace kith::mail {
namespace {

constexpr Time friday{1'795'176'000'000};  // 2026-11-20T12:00:00Z

std::string written() {
    auto const origin = Origin::parse("https://kith.example");
    auto const secret = Secret::parse("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ");
    Letter const letter{
        .subject = "Something for you",
        .paragraphs = {{Words{"There are "}, Count{2, "answer", "answers"}, Words{" and "}, Count{13, "post", "posts"},
                        Words{" for you in a place whose name is so long that this line has to be folded."}}},
        .link = Link{*origin, "/notices"},
        .after = {},
        .stop = Link{*origin, "/reach/stop/", *secret}};
    return written_out(letter, *Address::parse("kith@place.example"), *Address::parse("ada@example.org"), IdBytes{},
                       friday);
}

TEST(Letter, HasTheFieldsThatItNeeds) {
    auto const text = written();
    auto const head = text.substr(0, text.find("\r\n\r\n") + 2);
    for (auto const* field :
         {"Date: Fri, 20 Nov 2026 12:00:00 +0000\r\n", "From: kith@place.example\r\n", "To: ada@example.org\r\n",
          "Subject: Something for you\r\n", "Message-ID: <0000000000000000000000@place.example>\r\n",
          "Auto-Submitted: auto-generated\r\n", "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n",
          "List-Unsubscribe: <https://kith.example/reach/stop/abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ>\r\n"})
        EXPECT_NE(head.find(field), head.npos) << field;
}

TEST(Letter, SaysItInPlainTextAndInHtml) {
    auto const text = written();
    EXPECT_NE(text.find("There are two answers and 13 posts for you in a place whose name is so\r\nlong"), text.npos);
    EXPECT_NE(text.find("<a href=\"https://kith.example/notices\">"), text.npos);
    EXPECT_TRUE(text.ends_with("--0000000000000000000000--\r\n"));
    EXPECT_EQ(text.find("<img"), text.npos);
}

TEST(Letter, IsAsciiInShortLinesEndedByBoth) {
    auto const text = written();
    for (std::size_t at = 0; at < text.size();) {
        auto const end = text.find("\r\n", at);
        ASSERT_NE(end, text.npos);
        auto const line = text.substr(at, end - at);
        EXPECT_LE(line.size(), 200u);
        EXPECT_TRUE(std::ranges::all_of(line, [](char c) { return c >= ' ' && c <= '~'; })) << line;
        at = end + 2;
    }
}

TEST(Letter, OneAndMany) {
    Letter const one{.subject = "x", .paragraphs = {{Count{1, "answer", "answers"}}}};
    auto const text = written_out(one, *Address::parse("a@b.example"), *Address::parse("c@d.example"), {}, friday);
    EXPECT_NE(text.find("one answer\r\n"), text.npos);
    EXPECT_EQ(text.find("List-Unsubscribe"), text.npos);
}

TEST(Address, IsWhatCanStandInACommand) {
    for (auto const* text : {"ada@example.org", "a.b+c@sub.example.org", "o'neil@example.org", "x@localhost"})
        EXPECT_TRUE(Address::parse(text)) << text;
    for (auto const* text : {"", "ada", "@example.org", "ada@", "a@b@c", "a b@example.org",
                             "ada@example.org\r\nRCPT TO:<eve@x>", "<ada@example.org>", "ada@exam ple", ".a@b.c",
                             "a..b@c.d", "a@b..c", "ada@example.org>", "\"a\"@b.c", "ad\xc3\xa4@example.org"})
        EXPECT_FALSE(Address::parse(text)) << text;
    EXPECT_FALSE(Address::parse(std::string(65, 'a') + "@example.org"));
}

TEST(Secret, HasItsFormAndNoOther) {
    EXPECT_FALSE(Secret::parse("short"));
    EXPECT_FALSE(Secret::parse("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNO\r\n"));
    EXPECT_FALSE(Origin::parse("https://kith.example/path"));
    EXPECT_FALSE(Origin::parse("https://a b"));
}

}  // namespace
}  // namespace kith::mail
