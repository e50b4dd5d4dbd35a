#include "screen/tagger/tagger.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <string>

#include "screen/tagger/features.hpp"
#include "screen/tagger/slots.hpp"

namespace kith::screen {
namespace {

using namespace tagger;

constexpr unsigned slot_bits = 12;

std::vector<std::uint32_t> some_hashes(std::uint32_t count) {
    std::vector<std::uint32_t> hashes;
    for (std::uint32_t i = 0; i < count; ++i) hashes.push_back(mix(i * 977 + 5));
    return hashes;
}

TEST(Slots, finds_its_members_by_number_and_hardly_any_other) {
    auto const hashes = some_hashes(300);
    auto const written = write_slots(hashes, slot_bits);
    std::string_view bytes = written.bytes;
    auto const slots = Slots::take(bytes);
    EXPECT_TRUE(bytes.empty());
    ASSERT_EQ(slots.size(), written.order.size());
    EXPECT_GT(slots.size(), 250U);
    for (std::uint32_t member = 0; member < slots.size(); ++member)
        EXPECT_EQ(slots.find(hashes[written.order[member]]), member);
    std::vector<std::uint32_t> asked, answered, members(600);
    for (std::uint32_t i = 0; i < 600; ++i) asked.push_back(i % 2 == 0 ? mix(i * 7919) : hashes[i / 2]);
    members.resize(slots.find_all(asked, members.data()));
    for (auto const hash : asked)
        if (slots.find(hash) != Slots::none) answered.push_back(slots.find(hash));
    EXPECT_EQ(members, answered);
    int taken_for_members = 0;
    for (std::uint32_t i = 1'000'000; i < 1'010'000; ++i) taken_for_members += slots.find(mix(i)) != Slots::none;
    EXPECT_LT(taken_for_members, 30);
}

TEST(Slots, are_empty_when_cut_short_and_never_lead_beyond_their_members) {
    auto const written = write_slots(some_hashes(300), slot_bits);
    for (std::size_t size = 0; size < written.bytes.size(); size += 7) {
        std::string_view bytes = std::string_view{written.bytes}.substr(0, size);
        EXPECT_EQ(Slots::take(bytes).size(), 0U);
    }
    // Every slot taken and every rank wrong.
    auto damaged = written.bytes;
    std::fill(damaged.begin() + 16, damaged.end(), '\xFF');
    std::string_view bytes = damaged;
    auto const slots = Slots::take(bytes);
    for (std::uint32_t i = 0; i < 5000; ++i) {
        auto const member = slots.find(mix(i));
        EXPECT_TRUE(member == Slots::none || member < slots.size());
    }
}

TEST(Chain, gives_the_shares_that_summing_over_all_ways_gives) {
    Transitions transitions{};
    std::vector<Scores> scores(3);
    std::uint32_t seed = 1;
    auto const next = [&] { return static_cast<std::int32_t>((seed = mix(seed + 1)) % 97) - 48; };
    for (auto& row : transitions)
        for (auto& score : row) score = next();
    for (auto& row : scores)
        for (auto& score : row) score = next();
    std::vector<Shares> shares(3);
    Chain{transitions}.shares(scores, shares);

    std::vector<std::array<double, label_count>> sums(3);
    double all = 0;
    for (std::size_t a = 0; a < label_count; ++a)
        for (std::size_t b = 0; b < label_count; ++b)
            for (std::size_t c = 0; c < label_count; ++c) {
                int const score = transitions[0][a] + scores[0][a] + transitions[a + 1][b] + scores[1][b] +
                                  transitions[b + 1][c] + scores[2][c];
                double const weight = std::exp(static_cast<double>(score) / score_unit);
                all += weight;
                sums[0][a] += weight, sums[1][b] += weight, sums[2][c] += weight;
            }
    for (std::size_t i = 0; i < 3; ++i)
        for (std::size_t label = 0; label < label_count; ++label)
            EXPECT_NEAR(static_cast<double>(shares[i][label]), sums[i][label] / all, 1e-4);
}

std::vector<std::uint32_t> features_at(std::string_view text, std::size_t i) {
    Folded const folded{text};
    auto const tokens = tokens_of(folded);
    auto const attributed = attributes_of(folded, tokens, {});
    Features features;
    features_of(attributed, tokens, stretches_of(tokens).front(), i, features);
    return {features.hashes.begin(), features.hashes.begin() + static_cast<std::ptrdiff_t>(features.count)};
}

// The features of a token that no other token of the text has.
std::vector<std::uint32_t> own_features(std::string_view text, std::size_t at) {
    auto own = features_at(text, at);
    for (std::size_t i = 0; i < tokens_of(Folded{text}).size(); ++i) {
        if (i == at) continue;
        auto const others = features_at(text, i);
        std::erase_if(own, [&](std::uint32_t hash) { return std::ranges::find(others, hash) != others.end(); });
    }
    return own;
}

// A section that takes the word at `at` of `text` for a person by what it alone has.
std::string section_for(std::string_view text, std::size_t at) {
    auto const hashes = own_features(text, at);
    auto const slots = write_slots(hashes, slot_bits);
    std::string section;
    append_32(section, section_version);
    append_32(section, label_count);
    section.resize(section_head_bytes + transition_bytes);
    // Without a reason to think otherwise a word is none of it.
    for (std::size_t from = 0; from <= label_count; ++from)
        section[section_head_bytes + from * label_count * 2] = '\xC0';
    section += slots.bytes;
    for (std::size_t member = 0; member < slots.order.size(); ++member)
        for (std::size_t label = 0; label < label_count; ++label) section += label == 1 ? '\x10' : '\0';
    return section;
}

Candidates found_with(std::string const& section, std::string_view text) {
    NamedSection const sections[] = {{"tagger", section}};
    auto const file = write_model(1, sections);
    auto const model = Model::read(file);
    Folded const folded{text};
    Candidates candidates;
    Tagger::read(*model).find(folded, tokens_of(folded), {}, candidates);
    return candidates;
}

TEST(Tagger, finds_what_its_weights_speak_for) {
    std::string_view const text = "we met Marisol at the gate";
    auto const found = found_with(section_for(text, 2), text);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(text.substr(found[0].start, found[0].end - found[0].start), "Marisol");
    EXPECT_EQ(found[0].what, Class::person);
    EXPECT_GT(found[0].confidence, confidence_min_direct);
    EXPECT_TRUE(found_with(section_for(text, 2), "nobody").empty());
}

TEST(Tagger, without_a_model_finds_nothing) {
    Folded const folded{"we met Marisol at the gate"};
    Candidates candidates;
    auto const tagger = Tagger::read(Model{});
    EXPECT_TRUE(tagger.empty());
    tagger.find(folded, tokens_of(folded), {}, candidates);
    EXPECT_TRUE(candidates.empty());
}

TEST(Tagger, survives_any_damage_to_its_sections) {
    std::string_view const text = "we met Marisol at the gate on Friday with her 2 kids, ok?";
    auto const whole = section_for(text, 2);
    for (std::size_t size = 0; size <= whole.size(); size += size < 400 ? 1 : 97)
        found_with(whole.substr(0, size), text);
    std::uint32_t seed = 3;
    for (int i = 0; i < 400; ++i) {
        auto damaged = whole;
        for (int n = 0; n < 8; ++n) {
            seed = mix(seed + 1);
            damaged[seed % (i % 2 == 0 ? 700 : damaged.size())] = static_cast<char>(seed >> 24);
        }
        for (auto const& candidate : found_with(damaged, text)) {
            EXPECT_LT(candidate.start, candidate.end);
            EXPECT_LE(candidate.end, text.size());
        }
    }
}

TEST(WordFacts, survive_any_damage_and_know_nothing_without_sections) {
    EXPECT_TRUE(WordFacts::read(Model{}).empty());
    EXPECT_EQ(WordFacts::read(Model{}).facts(hash_of("marisol")).bits, 0);
    std::uint32_t seed = 9;
    for (int i = 0; i < 300; ++i) {
        std::string names = write_slots(some_hashes(40), slot_bits).bytes + std::string(40, '\x03'),
                    words(16 + 4 * 64, '\1');
        words[0] = 6;
        words[1] = words[2] = words[3] = '\0';
        for (int n = 0; n < 4; ++n) {
            seed = mix(seed + 1);
            names[seed % names.size()] = static_cast<char>(seed >> 24);
            words[seed % (i % 2 == 0 ? 16 : words.size())] = static_cast<char>(seed >> 16);
        }
        names.resize(names.size() - seed % 60);
        words.resize(words.size() - seed % 90);
        NamedSection const sections[] = {{"names", names}, {"words", words}};
        auto const file = write_model(1, sections);
        auto const model = Model::read(file);
        auto const facts = WordFacts::read(*model);
        for (std::uint32_t word = 0; word < 200; ++word) facts.facts(mix(word * 977 + 5));
        facts.guess("marisol");
    }
}

TEST(Attributes, a_text_without_capitals_is_known_for_one) {
    auto const capitals = [](std::string_view text) {
        Folded const folded{text};
        return attributes_of(folded, tokens_of(folded), {}).manner.capitals;
    };
    EXPECT_EQ(capitals("saw jaden at the shops today, I was so tired"), Capitals::none);
    EXPECT_EQ(capitals("Saw Jaden at the shops today."), Capitals::usual);
    EXPECT_EQ(capitals("SAW JADEN AT THE SHOPS TODAY"), Capitals::only);
}

}  // namespace
}  // namespace kith::screen
