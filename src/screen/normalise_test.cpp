#include "screen/normalise.hpp"

#include <gtest/gtest.h>

#include <string>

namespace kith::screen {
namespace {

std::string cased(std::string_view text) { return std::string(Folded(text).cased()); }

TEST(Folded, LookAlikesBecomeLatin) {
    EXPECT_EQ(cased("\xD0\xA1W5 6\xD0\x90\xD0\x92"), "CW5 6AB");
    EXPECT_EQ(cased("\xEF\xBC\x91\xEF\xBC\x92"), "12");
    EXPECT_EQ(cased("\xF0\x9D\x9F\x9E\xF0\x9D\x9F\x9F"), "67");
    EXPECT_EQ(cased("\xE2\x80\x98x\xE2\x80\x99 \xE2\x80\x93 y"), "'x' - y");
    EXPECT_EQ(cased("\xC2\xA3"
                    "5"),
              "$5");
}

TEST(Folded, WhatCannotBeSeenGoes) {
    EXPECT_EQ(cased("07\xE2\x80\x8B"
                    "7\xC2\xAD"
                    "00"),
              "07700");
    EXPECT_EQ(cased("\xEF\xBB\xBFhello"), "hello");
}

TEST(Folded, WordsOfOtherAlphabetsStay) {
    std::string const word = "\xD0\xB4\xD0\xBE\xD0\xBC";  // a Russian word with letters like o and M in it
    EXPECT_EQ(cased(word), word);
}

TEST(Folded, LanesAreOfOneLength) {
    for (std::string_view const text : {"ABC", "\xC3\x89t\xC3\xA9", "\xC5\xBD\xC4\xB0", "\xFF\xFE", "a\xCC\x81", ""}) {
        Folded const folded(text);
        EXPECT_EQ(folded.cased().size(), folded.lower().size()) << text;
    }
}

TEST(Folded, OriginLeadsBackToWholeCharacters) {
    std::string const text =
        "a\xE2\x80\x8B"
        "b\xC3\xA9\xEF\xBC\x91z";
    Folded const folded(text);
    ASSERT_EQ(folded.cased(),
              "ab\xC3\xA9"
              "1z");
    auto const one = folded.origin(4, 5);
    EXPECT_EQ(text.substr(one.start, one.end - one.start), "\xEF\xBC\x91");
    auto const all = folded.origin(0, folded.cased().size());
    EXPECT_EQ(all.start, 0U);
    EXPECT_EQ(all.end, text.size());
}

TEST(Folded, AMarkBelongsToTheLetterBefore) {
    std::string const text = "a\xCC\x81 b";
    Folded const folded(text);
    auto const span = folded.origin(0, 1);
    EXPECT_EQ(span.end, 3U);
}

}  // namespace
}  // namespace kith::screen
