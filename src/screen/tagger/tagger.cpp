#include "screen/tagger/tagger.hpp"

#include <algorithm>

#include "screen/tagger/buffers.hpp"
#include "screen/tagger/second_look.hpp"
#include "screen/tagger/spans.hpp"

namespace kith::screen {

using namespace tagger;

namespace {

// Where the token at the end of a run names something by this share, so many more are looked at.
constexpr float named_beyond = 0.1F;
constexpr std::size_t beyond = 2;

}  // namespace

Tagger Tagger::read(Model const& model) {
    Tagger tagger;
    tagger.facts_ = WordFacts::read(model);
    tagger.gate_ = Gate::read(model);
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

std::vector<Shares> Tagger::shares(std::vector<Token> const& tokens, Attributed const& text,
                                   std::span<Stretch const> stretches, Worth const& worth, WordMemory* memory) const {
    constexpr Shares nobody{1};
    static_assert(static_cast<std::size_t>(Label::other) == 0);
    std::vector<Shares> shares(tokens.size(), nobody);
    std::vector<Stretch> looked;
    if (!empty()) look_at(tokens, text, stretches, worth, memory, shares, looked);
    return shares;
}

// Shares of the tokens that are looked at; `looked` says which those are.
void Tagger::look_at(std::vector<Token> const& tokens, Attributed const& text, std::span<Stretch const> stretches,
                     Worth const& worth, WordMemory* memory, std::span<Shares> shares,
                     std::vector<Stretch>& looked) const {
    Chain chain{transitions_};
    Emissions emissions{learnt_, text, tokens, memory};
    auto const look = [&](Stretch stretch, Stretch run, Stretch known) {
        chain.shares(emissions.of(stretch, run, known), shares.subspan(run.first, run.end - run.first),
                     run.first == stretch.first ? Beside::nothing : Beside::other,
                     run.end == stretch.end ? Beside::nothing : Beside::other);
    };
    auto const names = [&](std::size_t i) { return 1 - shares[i][0] >= named_beyond; };
    std::vector<Stretch> runs;
    for (auto const stretch : stretches) {
        runs_of(stretch, worth, runs);
        for (std::size_t n = 0; n < runs.size(); ++n) {
            auto& run = runs[n];
            look(stretch, run, {0, 0});
            // A name may go on where the gate saw nothing, until the next run at most.
            auto const before = n == 0 ? stretch.first : runs[n - 1].end,
                       behind = n + 1 == runs.size() ? stretch.end : runs[n + 1].first;
            for (;;) {
                auto const known = run;
                if (names(known.first)) run.first -= std::min(known.first - before, beyond);
                if (names(known.end - 1)) run.end += std::min(behind - known.end, beyond);
                if (run.first == known.first && run.end == known.end) break;
                look(stretch, run, known);
            }
            if (!looked.empty() && looked.back().end == run.first)
                looked.back().end = run.end;
            else
                looked.push_back(run);
        }
    }
}

void Tagger::find(Folded const& text, std::vector<Token> const& tokens, Settings const& settings,
                  Candidates& candidates) const {
    if (empty() || tokens.empty()) return;
    auto* const memory = settings.memory;
    if (memory != nullptr) memory->keep_for(model_);
    Buffers own;
    auto& room = memory != nullptr ? memory->buffers() : own;
    attributes_of(text, tokens, facts_, memory, room.evidence, room.attributed);
    stretches_of(tokens, room.stretches);
    room.worth.assign(tokens.size(), 0);
    gate_.open(room.attributed, room.stretches, memory, room.worth);
    open_for_second_look(tokens, room.attributed, candidates, room.worth);
    if (room.shares.size() < tokens.size()) room.shares.resize(tokens.size());
    room.looked.clear();
    look_at(tokens, room.attributed, room.stretches, room.worth, memory, room.shares, room.looked);
    look_again(tokens, room.attributed, room.shares, candidates);
    add_spans(tokens, room.attributed, room.shares, room.looked, settings.level, candidates);
}

}  // namespace kith::screen
