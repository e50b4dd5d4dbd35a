#include "screen/tagger/tagger.hpp"

#include "screen/tagger/features.hpp"
#include "screen/tagger/second_look.hpp"
#include "screen/tagger/spans.hpp"

namespace kith::screen {

using namespace tagger;

Tagger Tagger::read(Model const& model) {
    Tagger tagger;
    tagger.facts_ = WordFacts::read(model);
    auto bytes = model.section("tagger");
    if (bytes.size() < section_head_bytes + transition_bytes) return tagger;
    if (read_32(bytes.data()) != section_version || read_32(bytes.data() + 4) != label_count) return tagger;
    char const* at = bytes.data() + section_head_bytes;
    for (auto& row : tagger.transitions_)
        for (auto& score : row) {
            auto const low = static_cast<unsigned char>(at[0]), high = static_cast<unsigned char>(at[1]);
            score = static_cast<std::int16_t>(low | high << 8);
            at += 2;
        }
    bytes.remove_prefix(section_head_bytes + transition_bytes);
    tagger.features_ = Slots::take(bytes);
    if (tagger.features_.size() != 0 && bytes.size() >= tagger.features_.size() * label_count)
        tagger.weights_ = reinterpret_cast<signed char const*>(bytes.data());
    return tagger;
}

std::vector<Shares> Tagger::shares(std::vector<Token> const& tokens, Attributed const& text) const {
    std::vector<Shares> shares(tokens.size());
    if (empty()) return shares;
    Chain chain{transitions_};
    Features features;
    std::array<std::uint32_t, features_max> members;
    std::vector<Scores> scores;
    for (auto const stretch : stretches_of(tokens)) {
        scores.assign(stretch.end - stretch.first, Scores{});
        for (std::size_t i = stretch.first; i < stretch.end; ++i) {
            features_of(text, tokens, stretch, i, features);
            auto& sums = scores[i - stretch.first];
            auto const count = features_.find_all(std::span{features.hashes}.first(features.count), members.data());
            for (std::size_t n = 0; n < count; ++n) {
                signed char const* const weights = weights_ + std::size_t{members[n]} * label_count;
                for (std::size_t label = 0; label < label_count; ++label) sums[label] += weights[label];
            }
        }
        chain.shares(scores, std::span{shares}.subspan(stretch.first, scores.size()));
    }
    return shares;
}

void Tagger::find(Folded const& text, std::vector<Token> const& tokens, Settings const& settings,
                  Candidates& candidates) const {
    if (empty() || tokens.empty()) return;
    auto const attributed = attributes_of(text, tokens, facts_);
    auto const likely = shares(tokens, attributed);
    look_again(tokens, attributed, likely, candidates);
    add_spans(tokens, attributed, likely, settings.level, candidates);
}

}  // namespace kith::screen
