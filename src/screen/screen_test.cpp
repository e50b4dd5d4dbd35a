// What must hold for every text, whatever is found in it.
#include "screen/screen.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "screen/model.hpp"

namespace kith::screen {
namespace {

// The same every time; enough for shuffling words.
class Dice {
public:
    std::size_t under(std::size_t bound) {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<std::size_t>((state_ >> 33) % bound);
    }

private:
    std::uint64_t state_ = 42;
};

constexpr std::array<std::string_view, 64> pieces{"Aisha",
                                                  "my client",
                                                  "14yo",
                                                  "twins",
                                                  "07700 900123",
                                                  "oh",
                                                  "seven",
                                                  "double",
                                                  "0",
                                                  "AB",
                                                  "12",
                                                  "34",
                                                  "56",
                                                  "C",
                                                  "@",
                                                  "jane",
                                                  ".",
                                                  "example",
                                                  "com",
                                                  "\n",
                                                  ",",
                                                  " ",
                                                  " ",
                                                  " ",
                                                  "-",
                                                  "/",
                                                  "[2020] EWFC 12",
                                                  "no. 36110/97",
                                                  "CW5 6AB",
                                                  "St",
                                                  "Mary's",
                                                  "Road",
                                                  "Flat 3",
                                                  "12 March 2011",
                                                  "born",
                                                  "last Tuesday",
                                                  "\xC3\xA9",
                                                  "\xD0\xA1",
                                                  "\xE2\x80\x8B",
                                                  "\xFF",
                                                  "\xE2\x80",
                                                  "\xF0\x9F\x98\x80",
                                                  "\xCC\x81",
                                                  "(",
                                                  ")",
                                                  "'",
                                                  "\"",
                                                  "$",
                                                  "%",
                                                  "and",
                                                  "of",
                                                  "one of seven",
                                                  "at",
                                                  "dot",
                                                  "gmail",
                                                  "https://",
                                                  "Mr",
                                                  "Hospital",
                                                  "SW12345",
                                                  "943 476 5870",
                                                  "case no",
                                                  "+44",
                                                  "1",
                                                  "x"};

std::string random_text(Dice& dice, std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
        text += pieces[dice.under(pieces.size())];
        if (dice.under(2) == 0) text += ' ';
    }
    return text;
}

bool on_boundary(std::string_view text, std::size_t at) {
    if (at >= text.size()) return at == text.size();
    auto const byte = static_cast<unsigned char>(text[at]);
    if ((byte & 0xC0) != 0x80) return true;
    // A stray byte begins nothing, so it stands by itself: look whether a character before it reaches over it.
    for (std::size_t back = 1; back <= 3 && back <= at; ++back) {
        auto const lead = static_cast<unsigned char>(text[at - back]);
        if ((lead & 0xC0) == 0x80) continue;
        std::size_t const size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
        if (size <= back || at - back + size > text.size()) return true;
        for (std::size_t i = 1; i < size; ++i)
            if ((static_cast<unsigned char>(text[at - back + i]) & 0xC0) != 0x80) return true;
        return false;
    }
    return true;
}

void expect_sound(std::string_view text, Report const& report) {
    std::size_t end = 0;
    for (auto const& finding : report.findings) {
        EXPECT_GE(finding.start, end);
        EXPECT_LT(finding.start, finding.end);
        EXPECT_LE(finding.end, text.size());
        EXPECT_TRUE(on_boundary(text, finding.start)) << finding.start << " in " << text;
        EXPECT_TRUE(on_boundary(text, finding.end)) << finding.end << " in " << text;
        EXPECT_EQ(finding.kind, kind_of(finding.what));
        EXPECT_GT(finding.confidence, 0);
        EXPECT_LE(finding.confidence, 1);
        EXPECT_FALSE(finding.reason.empty());
        end = finding.end;
    }
    for (auto const piece : report.jigsaw.pieces) EXPECT_LT(piece, report.findings.size());
    EXPECT_LE(report.tone.start, report.tone.end);
    EXPECT_LE(report.tone.end, text.size());
}

TEST(Screen, FindingsAreInOrderApartAndOnWholeCharacters) {
    Dice dice;
    for (std::size_t round = 0; round < 2000; ++round) {
        auto const text = random_text(dice, 1 + dice.under(60));
        expect_sound(text, screen(text, Model()));
    }
}

TEST(Screen, AnyBytesAreTaken) {
    Dice dice;
    for (std::size_t round = 0; round < 2000; ++round) {
        std::string text;
        auto const size = dice.under(120);
        for (std::size_t i = 0; i < size; ++i) text += static_cast<char>(dice.under(256));
        expect_sound(text, screen(text, Model()));
    }
}

TEST(Screen, WhatWasMaskedIsNotFoundAgain) {
    Dice dice;
    for (std::size_t round = 0; round < 500; ++round) {
        auto const text = random_text(dice, 40);
        auto const report = screen(text, Model());
        std::string masked;
        std::size_t at = 0;
        for (auto const& finding : report.findings) {
            masked += text.substr(at, finding.start - at) + "\xE2\x96\x88";
            at = finding.end;
        }
        masked += text.substr(at);
        for (auto const& again : screen(masked, Model()).findings)
            for (auto const& finding : report.findings)
                if (finding.kind == Kind::direct && again.kind == Kind::direct)
                    EXPECT_NE(masked.substr(again.start, again.end - again.start),
                              text.substr(finding.start, finding.end - finding.start))
                        << text;
    }
}

TEST(Screen, TheSameTextGivesTheSameReport) {
    Dice dice;
    auto const text = random_text(dice, 300);
    auto const one = screen(text, Model()), two = screen(text, Model());
    ASSERT_EQ(one.findings.size(), two.findings.size());
    for (std::size_t i = 0; i < one.findings.size(); ++i) {
        EXPECT_EQ(one.findings[i].start, two.findings[i].start);
        EXPECT_EQ(one.findings[i].confidence, two.findings[i].confidence);
    }
}

constexpr std::array<std::string_view, 40> hostile{"1 ",
                                                   "1",
                                                   "0 7 ",
                                                   "a",
                                                   "A",
                                                   "A1",
                                                   "A1 ",
                                                   "AB 12 ",
                                                   "a@",
                                                   "@",
                                                   "a.a.",
                                                   "at ",
                                                   "a at b dot ",
                                                   "dot ",
                                                   "www.",
                                                   "http://",
                                                   "http://a.b/",
                                                   "(",
                                                   "((1",
                                                   "[2020] ",
                                                   "no. 1/1 ",
                                                   "1/",
                                                   "1-",
                                                   "1.1,",
                                                   "one of ",
                                                   "one of seven ",
                                                   "Flat 1, ",
                                                   "St ",
                                                   "Mr ",
                                                   "Mr A",
                                                   "'s ",
                                                   "year 9 ",
                                                   "12 March ",
                                                   "\xC3\xA9",
                                                   "\xFF",
                                                   "\n",
                                                   "case no ",
                                                   "oh double ",
                                                   "Beech Road 1 ",
                                                   "of the House "};

TEST(Screen, HostileTextsCostTimeInProportion) {
    constexpr std::size_t bytes = 200'000;
    constexpr std::uint64_t steps_a_byte_max = 600;
    for (auto const piece : hostile) {
        std::string half, whole;
        while (half.size() < bytes / 2) half += piece;
        whole = half + half;
        Work small, large;
        screen(half, Model(), {}, small);
        screen(whole, Model(), {}, large);
        EXPECT_LE(large.steps, small.steps * 2 + small.steps / 10) << piece;
        EXPECT_LE(large.steps, whole.size() * steps_a_byte_max) << piece;
    }
}

TEST(Screen, LevelsTakeWhatTheySay) {
    std::string const text = "Her dob is 12/03/2011, she is 14 and lives in BD20. Call 07700 900123.";
    Settings direct;
    direct.level = Level::direct;
    for (auto const& finding : screen(text, Model(), direct).findings) EXPECT_EQ(finding.kind, Kind::direct);
    EXPECT_GT(screen(text, Model()).findings.size(), screen(text, Model(), direct).findings.size());
}

}  // namespace
}  // namespace kith::screen
