#include "screen/tagger/tagger.hpp"

#include "screen/tagger/second_look.hpp"
#include "screen/tagger/spans.hpp"

namespace kith::screen {

using namespace tagger;

Tagger Tagger::read(Model const& model) {
    Tagger tagger;
    tagger.facts_ = WordFacts::read(model);
    tagger.model_ = model.checksum();
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
    tagger.learnt_.features = Slots::take(bytes);
    auto const count = tagger.learnt_.features.size();
    if (count != 0 && bytes.size() >= count * label_count)
        tagger.learnt_.weights = reinterpret_cast<signed char const*>(bytes.data());
    return tagger;
}

std::vector<Shares> Tagger::shares(std::vector<Token> const& tokens, Attributed const& text, WordMemory* memory) const {
    std::vector<Shares> shares(tokens.size());
    if (empty()) return shares;
    Chain chain{transitions_};
    Emissions emissions{learnt_, text, tokens, memory};
    for (auto const stretch : stretches_of(tokens))
        chain.shares(emissions.of(stretch), std::span{shares}.subspan(stretch.first, stretch.end - stretch.first));
    return shares;
}

void Tagger::find(Folded const& text, std::vector<Token> const& tokens, Settings const& settings,
                  Candidates& candidates) const {
    if (empty() || tokens.empty()) return;
    if (settings.memory != nullptr) settings.memory->keep_for(model_);
    auto const attributed = attributes_of(text, tokens, facts_, settings.memory);
    auto const likely = shares(tokens, attributed, settings.memory);
    look_again(tokens, attributed, likely, candidates);
    add_spans(tokens, attributed, likely, settings.level, candidates);
}

}  // namespace kith::screen
