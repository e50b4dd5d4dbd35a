#include "screen/patterns/patterns.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace kith::screen {
namespace {

Patterns compiled(std::vector<std::string> const& forms) {
    auto result = Patterns::compile(forms);
    auto* const patterns = std::get_if<Patterns>(&result);
    EXPECT_NE(patterns, nullptr) << std::get_if<PatternFault>(&result)->sentence;
    return patterns != nullptr ? std::move(*patterns) : Patterns{};
}

std::string fault(std::vector<std::string> const& forms) {
    auto const result = Patterns::compile(forms);
    auto const* const found = std::get_if<PatternFault>(&result);
    return found != nullptr ? std::to_string(found->form) + " " + found->sentence : "";
}

// What is found, one after the other with `|` between.
std::string found(std::vector<std::string> const& forms, std::string_view text) {
    Folded const folded{text};
    Candidates candidates;
    compiled(forms).find(folded, candidates);
    std::string all;
    for (auto const& candidate : candidates) {
        auto const span = folded.origin(candidate.start, candidate.end);
        if (!all.empty()) all += '|';
        all += text.substr(span.start, span.end - span.start);
    }
    return all;
}

TEST(Patterns, WordsAreFoundWhateverTheirCaseAndGaps) {
    EXPECT_EQ(found({"Crisis Hub"}, "ask the CRISIS  hub or Crisis-Hub"), "CRISIS  hub|Crisis-Hub");
    EXPECT_EQ(found({"Crisis Hub"}, "the crisis\nhub"), "crisis\nhub");
    EXPECT_EQ(found({"Ynys Môn"}, "in YNYS MÔN now"), "YNYS MÔN");
}

TEST(Patterns, OnlyWholeWordsAreFound) {
    EXPECT_EQ(found({"hub"}, "hubs, the pub, rehub, hub2, hub."), "hub");
    EXPECT_EQ(found({"Crisis Hub"}, "crisishub crisis hubs"), "");
    EXPECT_EQ(found({"crisis hub"}, "crisis crisis hub"), "crisis hub");
}

TEST(Patterns, StarIsTheRestOfAWord) {
    EXPECT_EQ(found({"riverside*"}, "Riverside, riversiders; River side"), "Riverside|riversiders");
    EXPECT_EQ(found({"*bridge"}, "bridge Stonebridge bridges"), "bridge|Stonebridge");
    EXPECT_EQ(found({"st*n ce*"}, "stn ce, Stockton centre, st n ce"), "stn ce|Stockton centre");
    EXPECT_EQ(found({"team* *shire"}, "teams  Wessexshire"), "teams  Wessexshire");
}

TEST(Patterns, DigitsAndLetters) {
    EXPECT_EQ(found({"LL-######"}, "LL-123456 ll-12345 LL-1234567 xLL-123456"), "LL-123456");
    EXPECT_EQ(found({"@@####"}, "ab1234 a1234 ab12345 éé1234"), "ab1234|éé1234");
    EXPECT_EQ(found({"####"}, "1234 12345 123"), "1234");
}

TEST(Patterns, LookAlikesAndInvisibleLettersAreSeenThrough) {
    EXPECT_EQ(found({"Acorn"}, "Aсоrn A\u200Bcorn"), "Aсоrn|A\u200Bcorn");
}

TEST(Patterns, TheLongestFromEachBeginning) {
    EXPECT_EQ(found({"north", "north team", "nor*"}, "the north team"), "north team");
    EXPECT_EQ(found({"north team", "team blue"}, "north team blue"), "north team|team blue");
}

TEST(Patterns, EmptyAndRepeatedFormsAreLeftOut) {
    EXPECT_TRUE(compiled({}).empty());
    EXPECT_TRUE(compiled({"", "  "}).empty());
    EXPECT_EQ(found({"Hub One", "hub  one", "hub one"}, "hub one"), "hub one");
}

TEST(Patterns, FormsThatMarkTooMuchAreRefused) {
    for (std::string const form : {"*", "**", "a", "* *", "@@@@", "##", "*a", "* * * *"})
        EXPECT_NE(fault({form}).find("far too much"), std::string::npos) << form;
    EXPECT_EQ(fault({"QA"}), "");
    EXPECT_EQ(fault({"a##"}), "");
}

TEST(Patterns, FaultsSayWhichFormAndWhatToDo) {
    EXPECT_EQ(fault({"fine", "-odd"}), "1 Begin with a letter, a digit, #, @ or *.");
    EXPECT_EQ(fault({std::string(300, 'a')}), "0 This is too long. Use up to about sixty letters.");
    EXPECT_EQ(fault({std::string(63, 'a')}), "0 This is too long. Use up to about sixty letters.");
    EXPECT_EQ(fault({std::string(62, 'a')}), "");
    EXPECT_EQ(fault({"aa b c d e f g h i"}), "0 Use up to eight words.");
    EXPECT_EQ(fault({"aa-b-c-d-e-f-g-h-i"}), "0 Use up to eight words.");
    std::vector<std::string> many;
    for (int i = 0; i < 201; ++i) many.push_back("team" + std::to_string(i));
    EXPECT_EQ(fault(many), "200 A group can have up to 200 words and forms.");
}

TEST(Patterns, BrokenTextIsReadAround) { EXPECT_EQ(found({"hub"}, "\xFF\xFEhub\xC3 hub\xE2\x82"), "hub|hub"); }

std::uint64_t steps(std::size_t bytes, std::vector<std::string> const& forms) {
    std::string text;
    while (text.size() < bytes) text += "aa ab aaa-";
    Candidates candidates;
    return compiled(forms).find(Folded{text}, candidates);
}

// Forms and a text made for each other: every form is alive at every place, once for each of its words.
TEST(Patterns, HostileFormsCostTimeInProportion) {
    std::vector<std::string> forms;
    for (int i = 0; i < 200; ++i) {
        std::string form;
        for (int word = 0; word < 8; ++word) form += (i >> word & 1) != 0 ? " *a*" : " *aa*";
        forms.push_back(form.substr(1, 55));
    }
    auto const small = steps(10'000, forms), large = steps(40'000, forms);
    EXPECT_LT(large, 4 * small + small / 10);
    EXPECT_LT(small, 10'000 * (1 + pattern_forms_max * pattern_words_max));
}

}  // namespace
}  // namespace kith::screen
