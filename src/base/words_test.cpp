#include "base/words.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace kith::words {
namespace {

std::string plain(std::string_view text) {
    std::string all;
    Reader reader{text};
    Word word;
    while (reader.next(word)) all += (all.empty() ? "" : " ") + word.plain;
    return all;
}

TEST(Words, AreFoldedAndPartedByAllElse) {
    EXPECT_EQ(plain("The café, NAÏVE Straße – Œuvre!"), "the cafe naive strasse oeuvre");
    EXPECT_EQ(plain("co-worker and/or e.g. 3.5%"), "co worker and or e g 3 5");
    EXPECT_EQ(plain("don't, Ada's, parents', 'n', rock’n’roll, 's"), "dont ada parents n rocknroll s");
    EXPECT_EQ(plain("ΑΒΓ Привет cafe\u0301"), "αβγ привет cafe");
    EXPECT_EQ(plain("a\u00A0b\u2003c“d”e😀f"), "a b c d e f");
    EXPECT_EQ(plain(""), "");
    EXPECT_EQ(plain("\xff\xc3 a\xe2\x82"), "a");
}

TEST(Words, KnowWhereTheyStand) {
    std::string const text = "So, Ada’s café";
    Reader reader{text};
    Word word;
    std::vector<std::string> there;
    while (reader.next(word)) there.push_back(text.substr(word.begin, word.end - word.begin));
    EXPECT_EQ(there, (std::vector<std::string>{"So", "Ada", "café"}));
}

TEST(Words, LongOnesAreKnownByTheirBeginning) {
    EXPECT_EQ(plain(std::string(1'000, 'a')), std::string(word_characters_max, 'a'));
    std::string accents;
    for (int i = 0; i < 100; ++i) accents += "Ж";
    EXPECT_EQ(plain(accents).size(), word_characters_max * 2);
}

// Of the words with which Porter's paper explains its steps.
TEST(Words, StemsAreThoseOfThePaper) {
    std::pair<std::string_view, std::string_view> const pairs[] = {
        {"caresses", "caress"},    {"ponies", "poni"},        {"caress", "caress"},
        {"cats", "cat"},           {"feed", "feed"},          {"agreed", "agre"},
        {"plastered", "plaster"},  {"bled", "bled"},          {"motoring", "motor"},
        {"sing", "sing"},          {"conflated", "conflat"},  {"hopping", "hop"},
        {"falling", "fall"},       {"hissing", "hiss"},       {"fizzed", "fizz"},
        {"filing", "file"},        {"happy", "happi"},        {"sky", "sky"},
        {"relational", "relat"},   {"conditional", "condit"}, {"vietnamization", "vietnam"},
        {"operator", "oper"},      {"hopefulness", "hope"},   {"electriciti", "electr"},
        {"formalize", "formal"},   {"goodness", "good"},      {"revival", "reviv"},
        {"adjustable", "adjust"},  {"replacement", "replac"}, {"adoption", "adopt"},
        {"homologous", "homolog"}, {"rate", "rate"},          {"cease", "ceas"},
        {"controll", "control"},   {"roll", "roll"},          {"safeguarding", "safeguard"}};
    for (auto const& [word, wanted] : pairs) EXPECT_EQ(stem(word), wanted) << word;
    EXPECT_EQ(stem("as"), "as");
    EXPECT_EQ(stem("b12s"), "b12s");
    EXPECT_EQ(stem("привета"), "привета");
}

}  // namespace
}  // namespace kith::words
