// How many made-up identifiers the rules find, name rightly, and find when they are hidden: by the rules alone, and
// beside what was learnt. The counts are printed, and must not fall below what they are held to.
#include "screening/structured.hpp"

#include <gtest/gtest.h>

#include <cstdio>
#include <map>

#include "screen/model.hpp"
#include "screen/model/embedded_model.hpp"

namespace kith::structured {
namespace {

constexpr std::uint64_t seed = 20261121;
constexpr std::size_t each = 200;
constexpr std::size_t shown_max = 3;  // of each kind

struct Counts {
    std::size_t all = 0, found = 0, right = 0;
};

// A finding that covers nearly all of the identifier; separators at its ends do not matter.
bool covers(screen::Finding const& finding, Case const& made) {
    auto const start = std::max(finding.start, made.start), end = std::min(finding.end, made.end);
    return start < end && (end - start) * 10 >= (made.end - made.start) * 8;
}

std::map<std::string_view, Counts> count(std::vector<Case> const& cases, screen::Level level, std::string_view title,
                                         screen::Model const& model = {}) {
    std::map<std::string_view, Counts> counts;
    screen::Settings settings;
    settings.level = level;
    std::map<std::string_view, std::size_t> shown;
    for (auto const& made : cases) {
        auto& kind = counts[made.kind];
        ++kind.all;
        bool found = false, right = false;
        auto const report = screen::screen(made.text, model, settings);
        for (auto const& finding : report.findings)
            if (finding.kind == screen::Kind::direct && covers(finding, made))
                found = true, right |= finding.what == made.what;
        kind.found += found ? 1 : 0;
        kind.right += right ? 1 : 0;
        if (!right && shown[made.kind]++ < shown_max) {
            std::printf("  %s (%.*s): %s", found ? "other class" : "missed", static_cast<int>(made.kind.size()),
                        made.kind.data(), made.text.c_str());
            for (auto const& finding : report.findings)
                std::printf(" | %s %.2f [%s]", std::string(name_of(finding.what)).c_str(),
                            static_cast<double>(finding.confidence),
                            made.text.substr(finding.start, finding.end - finding.start).c_str());
            std::printf("\n");
        }
    }
    Counts sum;
    std::printf("%-30s %6s %6s %6s\n", std::string(title).c_str(), "all", "found", "right");
    for (auto const& [kind, each_kind] : counts) {
        std::printf("  %-28s %6zu %6zu %6zu\n", std::string(kind).c_str(), each_kind.all, each_kind.found,
                    each_kind.right);
        sum.all += each_kind.all, sum.found += each_kind.found, sum.right += each_kind.right;
    }
    std::printf("  %-28s %6zu %6zu %6zu\n", "together", sum.all, sum.found, sum.right);
    counts["together"] = sum;
    return counts;
}

TEST(Structured, ValidOnesAreFoundAndNamedRightly) {
    auto const sum = count(valid_cases(seed, each), screen::Level::direct, "valid, level direct").at("together");
    EXPECT_GE(sum.found * 1000, sum.all * 999);
    EXPECT_GE(sum.right * 1000, sum.all * 995);
}

TEST(Structured, NoFewerAreFoundWhenAllIsAskedFor) {
    auto const sum = count(valid_cases(seed + 1, each), screen::Level::all, "valid, level all").at("together");
    EXPECT_GE(sum.found * 1000, sum.all * 999);
    EXPECT_GE(sum.right * 1000, sum.all * 995);
}

// Names that the tagger sees in or around a number must not take it apart.
TEST(Structured, WhatWasLearntTakesNothingAway) {
    auto const sum =
        count(valid_cases(seed + 3, each), screen::Level::all, "valid, with what was learnt", screen::embedded_model())
            .at("together");
    EXPECT_GE(sum.found * 1000, sum.all * 998);
    EXPECT_GE(sum.right * 1000, sum.all * 994);
}

TEST(Structured, SmallLettersHideLittle) {
    auto cases = valid_cases(seed + 2, each);
    for (auto& made : cases)
        for (char& c : made.text)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
    auto const sum = count(cases, screen::Level::all, "valid, in small letters").at("together");
    EXPECT_GE(sum.found * 100, sum.all * 98);
}

TEST(Structured, HiddenOnesAreFound) {
    auto const sum = count(hidden_cases(seed, each), screen::Level::all, "hidden, level all").at("together");
    EXPECT_GE(sum.found * 100, sum.all * 95);
}

TEST(Structured, NearMissesAreLeftAlone) {
    std::size_t marked = 0;
    std::map<std::string_view, std::size_t> shown;
    auto const cases = near_misses(seed, each);
    screen::Settings settings;
    settings.level = screen::Level::direct;
    for (auto const& made : cases)
        for (auto const& finding : screen::screen(made.text, screen::Model(), settings).findings)
            if (finding.start < made.end && finding.end > made.start) {
                ++marked;
                if (shown[made.kind]++ < shown_max)
                    std::printf("  marked (%s): %s -> %s %.2f\n", std::string(made.kind).c_str(), made.text.c_str(),
                                std::string(name_of(finding.what)).c_str(), static_cast<double>(finding.confidence));
                break;
            }
    std::printf("near misses: %zu of %zu marked\n", marked, cases.size());
    EXPECT_LE(marked * 200, cases.size());
}

}  // namespace
}  // namespace kith::structured
