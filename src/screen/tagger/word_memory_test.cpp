#include "screen/tagger/word_memory.hpp"

#include <gtest/gtest.h>

#include <array>
#include <string>

#include "screen/model.hpp"
#include "screen/model/embedded_model.hpp"
#include "screen/screen.hpp"

namespace kith::screen {
namespace {

constexpr std::array<std::string_view, 24> common{
    "my",     "client", "Sarah", "lives",  "in", "Nantwich", "with", "her",    "mum",    ".",      "\n",   "?",
    "worker", "from",   "the",   "school", "Mr", "Okafor",   "14yo", "called", "social", "Crewe,", "2019", "\"",
};

// Words of the list among more made-up ones than a memory keeps, the same for the same seed.
std::string text_of(std::uint32_t seed, std::size_t words) {
    std::string text;
    for (std::size_t i = 0; i < words; ++i) {
        seed = tagger::mix(seed + 1);
        if (seed % 3 != 0) {
            text += common[seed / 3 % common.size()];
        } else {
            char const first =
                static_cast<char>((seed >> 8) % 4 == 0 ? 'A' + (seed >> 10) % 26 : 'a' + (seed >> 10) % 26);
            text += first;
            for (std::uint32_t n = 0, rest = seed >> 12; n < 2 + seed % 19; ++n, rest = rest * 5 + 1)
                text += static_cast<char>('a' + rest % 26);
        }
        text += ' ';
    }
    return text;
}

void expect_same(Report const& one, Report const& other) {
    ASSERT_EQ(one.findings.size(), other.findings.size());
    for (std::size_t i = 0; i < one.findings.size(); ++i) {
        EXPECT_EQ(one.findings[i].start, other.findings[i].start);
        EXPECT_EQ(one.findings[i].end, other.findings[i].end);
        EXPECT_EQ(one.findings[i].what, other.findings[i].what);
        EXPECT_EQ(one.findings[i].confidence, other.findings[i].confidence);
    }
    EXPECT_EQ(one.jigsaw.danger, other.jigsaw.danger);
    EXPECT_EQ(one.tone.danger, other.tone.danger);
}

class WordMemoryOf : public testing::TestWithParam<MemorySize> {};

TEST_P(WordMemoryOf, any_size_changes_nothing_of_what_is_found) {
    WordMemory memory{GetParam()};
    Settings settings, remembering;
    remembering.memory = &memory;
    std::size_t found = 0;
    for (std::uint32_t seed = 1; seed < 60; ++seed) {
        auto const text = text_of(seed * 7919, seed * 25);
        auto const plain = screen(text, embedded_model(), settings);
        expect_same(plain, screen(text, embedded_model(), remembering));
        found += plain.findings.size();
    }
    EXPECT_GT(found, 500U);
}

INSTANTIATE_TEST_SUITE_P(Sizes, WordMemoryOf, testing::Values(MemorySize::draft, MemorySize::archive));

TEST(WordMemory, keeps_nothing_from_one_model_for_another) {
    WordMemory memory;
    Settings settings;
    settings.memory = &memory;
    auto const text = text_of(5, 200);
    auto const sections = std::array{NamedSection{"tagger", embedded_model().section("tagger")}};
    auto const bytes = write_model(1, sections);  // knows no names: other facts of the same words
    auto const bare = Model::read(bytes);
    ASSERT_TRUE(bare);
    expect_same(screen(text, embedded_model(), {}), screen(text, embedded_model(), settings));
    expect_same(screen(text, *bare, {}), screen(text, *bare, settings));
    expect_same(screen(text, embedded_model(), {}), screen(text, embedded_model(), settings));
}

TEST(ShortWord, tells_every_word_from_every_other) {
    using tagger::ShortWord;
    std::array<std::string_view, 9> const words{
        "a", "aa", "aaa", "aaaa", "aaaab", "abaab", "aaaaaaaaa", "aaaaaaaab", "aaaaaaaaaaaaaaaa"};
    for (auto const one : words)
        for (auto const other : words) EXPECT_EQ(ShortWord{one} == ShortWord{other}, one == other);
    EXPECT_NE((ShortWord{Shape::sign, 'a'}), ShortWord{"a"});
    EXPECT_NE((ShortWord{Shape::sign, 'a'}), (ShortWord{Shape::mixed, 'a'}));
}

}  // namespace
}  // namespace kith::screen
