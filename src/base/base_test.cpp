#include <gtest/gtest.h>

#include "base/id.hpp"
#include "base/result.hpp"
#include "base/text.hpp"
#include "base/time.hpp"

namespace kith {
namespace {

struct Thing;

TEST(Id, PrintsAndReadsBack) {
    for (int i = 0; i < 1000; ++i) {
        auto const id = Id<Thing>::random();
        auto const text = id.text();
        EXPECT_EQ(text.size(), id_text_bytes);
        EXPECT_EQ(Id<Thing>::parse(text), id);
    }
}

TEST(Id, RefusesWhatItDoesNotPrint) {
    EXPECT_FALSE(Id<Thing>::parse(""));
    EXPECT_FALSE(Id<Thing>::parse("abc"));
    EXPECT_FALSE(Id<Thing>::parse("zzzzzzzzzzzzzzzzzzzzzz"));  // more than 128 bits
    EXPECT_FALSE(Id<Thing>::parse("000000000000000000000-"));
    EXPECT_TRUE(Id<Thing>::parse("0000000000000000000000"));
}

TEST(Id, TextKeepsTheOrderOfTime) {
    auto const early = Id<Thing>::ordered({1'000}), late = Id<Thing>::ordered({2'000'000'000'000});
    EXPECT_LT(early, late);
    EXPECT_LT(early.text(), late.text());
}

TEST(Time, InTheThreeForms) {
    Time const time{1'795'271'400'000};
    EXPECT_EQ(iso(time), "2026-11-21T14:30:00Z");
    EXPECT_EQ(in_words(time), "21 November 2026, 14:30");
    EXPECT_EQ(iso_day(time), "2026-11-21");
}

TEST(Text, KnowsWellFormedUtf8) {
    EXPECT_TRUE(text::is_utf8("naïve 🙂"));
    EXPECT_FALSE(text::is_utf8("\xC0\xAF"));          // overlong
    EXPECT_FALSE(text::is_utf8("\xED\xA0\x80"));      // surrogate
    EXPECT_FALSE(text::is_utf8("\xF4\x90\x80\x80"));  // beyond U+10FFFF
    EXPECT_FALSE(text::is_utf8("caf\xC3"));           // cut short
}

TEST(Text, OneLineFoldsAndStrips) {
    EXPECT_EQ(text::one_line("  Ada \t\n Example "), "Ada Example");
    EXPECT_EQ(text::one_line("Ada\xE2\x80\xAE"
                             "Ben"),
              "AdaBen");
    EXPECT_EQ(text::one_line("a\x01z"), "az");
}

TEST(Text, ManyLinesKeepsLines) { EXPECT_EQ(text::many_lines("a\r\nb\rc\n\n"), "a\nb\nc"); }

TEST(Text, ShortensByCharacters) {
    EXPECT_EQ(text::shortened("été", 3), "été");
    EXPECT_EQ(text::shortened("étés chauds", 5), "étés…");
}

TEST(Result, TryReturnsTheError) {
    auto const inner = [](bool good) -> Result<int> {
        if (!good) return fail(Error::not_found());
        return 2;
    };
    auto const outer = [&](bool good) -> Result<int> { return TRY(inner(good)) + 1; };
    EXPECT_EQ(outer(true).value(), 3);
    EXPECT_EQ(outer(false).error().kind, Kind::not_found);
}

}  // namespace
}  // namespace kith
