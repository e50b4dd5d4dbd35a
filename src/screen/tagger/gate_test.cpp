#include "screen/tagger/gate.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "screen/model/embedded_model.hpp"
#include "screen/screen.hpp"
#include "screen/tagger/word_memory.hpp"

namespace kith::screen {
namespace {

using namespace tagger;

std::string with_gate(std::string_view gate) {
    std::vector<NamedSection> sections;
    for (auto const* name : {"tagger", "words", "names", "places", "tone"})
        sections.push_back({name, embedded_model().section(name)});
    sections.push_back({"gate", gate});
    return write_model(1, sections);
}

// The tokens of a text that are worth asking about.
std::vector<std::string> worth_in(std::string_view text, Model const& model, WordMemory* memory = nullptr) {
    Folded const folded{text};
    auto const tokens = tokens_of(folded);
    if (memory != nullptr) memory->keep_for(model.checksum());
    auto const attributed = attributes_of(folded, tokens, WordFacts::read(model), memory);
    Worth worth(tokens.size());
    Gate::read(model).open(attributed, stretches_of(tokens), memory, worth);
    std::vector<std::string> words;
    for (std::size_t i = 0; i < tokens.size(); ++i)
        if (worth[i] != 0) words.emplace_back(folded.cased().substr(tokens[i].start, tokens[i].size()));
    return words;
}

constexpr std::string_view plain =
    "Thanks, that was what I needed to hear after the week we have had. The team is tired and so am I, but we got the "
    "report done in time and nobody shouted. My client Sarah lives with her nan in Nantwich.";

TEST(Gate, leaves_out_most_of_what_names_nobody_and_keeps_names) {
    auto const worth = worth_in(plain, embedded_model());
    for (auto const* name : {"Sarah", "Nantwich"}) EXPECT_GT(std::ranges::count(worth, name), 0) << name;
    for (auto const* word : {"needed", "was", "shouted", "done"}) EXPECT_EQ(std::ranges::count(worth, word), 0) << word;
    EXPECT_LT(worth.size(), 12U);
}

TEST(Gate, says_the_same_with_a_memory_and_without) {
    WordMemory memory;
    for (int round = 0; round < 2; ++round)
        for (auto const text : {plain, std::string_view{"sarah said hi\nSARAH RANG\n\n@sam_b 14yo O'Neill"}})
            EXPECT_EQ(worth_in(text, embedded_model(), &memory), worth_in(text, embedded_model()));
}

TEST(Gate, asks_about_everything_without_a_section_or_with_a_damaged_one) {
    auto const section = std::string{embedded_model().section("gate")};
    ASSERT_GT(section.size(), gate_head_bytes);
    auto too_wide = section, later = section;
    too_wide[4] = 40;
    later[0] = 9;
    for (auto const& gate :
         {std::string{}, section.substr(0, section.size() / 2), section.substr(0, 7), too_wide, later}) {
        auto const bytes = with_gate(gate);
        auto const model = Model::read(bytes);
        ASSERT_TRUE(model);
        EXPECT_TRUE(Gate::read(*model).empty());
        EXPECT_EQ(worth_in("It was fine.", *model).size(), 4U);
    }
}

TEST(Gate, loses_no_name_that_the_tagger_alone_would_find) {
    auto const bytes = with_gate({});
    auto const whole = Model::read(bytes);
    ASSERT_TRUE(whole);
    for (auto const* text :
         {plain.data(), "spoke to jayden and his mum kelly-anne in crewe today", "Mr Okafor rang about the Hales.",
          "The University of the West of England and the Isle of Wight took part.", "Ask Bo."}) {
        auto const people = [&](Model const& model) {
            auto const report = screen(text, model, {});
            return std::ranges::count_if(report.findings, [](Finding const& one) {
                return one.what == Class::person || one.what == Class::place || one.what == Class::institution;
            });
        };
        EXPECT_EQ(people(embedded_model()), people(*whole)) << text;
    }
}

TEST(Runs, reach_to_what_stands_beside_and_join_where_one_token_is_between) {
    std::vector<char> worth(14);
    for (auto const at : {0, 4, 9, 13}) worth[static_cast<std::size_t>(at)] = 1;
    std::vector<Stretch> runs;
    runs_of({0, 14}, worth, runs);
    ASSERT_EQ(runs.size(), 2U);
    EXPECT_EQ(runs[0].first, 0U);
    EXPECT_EQ(runs[0].end, 6U);
    EXPECT_EQ(runs[1].first, 8U);
    EXPECT_EQ(runs[1].end, 14U);
    runs_of({6, 8}, worth, runs);
    EXPECT_TRUE(runs.empty());
}

}  // namespace
}  // namespace kith::screen
