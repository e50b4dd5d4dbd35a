// Finds people, places, institutions and organisations in a text by what has been learnt from
// labelled ones: a linear chain over hashed features with whole weights of 8 bits.
//
// Section "tagger" of the model: a version and a count of labels, 32 bits each, 8 bytes of nothing;
// transitions (chain.hpp) of 16 bits each, then as many zero bytes as a multiple of 8
// needs; the features it knows (`Slots`); for each a weight of 8 bits for every label.
// A tagger is a view: making one is cheap, and the model's bytes must live as long.
// Damaged sections make an empty tagger, which finds nothing.
#pragma once

#include <vector>

#include "screen/candidate.hpp"
#include "screen/model.hpp"
#include "screen/normalise.hpp"
#include "screen/screen.hpp"
#include "screen/tagger/attributes.hpp"
#include "screen/tagger/chain.hpp"
#include "screen/tagger/emissions.hpp"
#include "screen/tagger/gate.hpp"
#include "screen/tokens.hpp"

namespace kith::screen {

class Tagger {
public:
    static Tagger read(Model const&);

    bool empty() const { return learnt_.weights == nullptr; }
    void find(Folded const&, std::vector<Token> const&, Settings const&, Candidates&) const;

    // The share of each label for each token; of those that are not worth asking about, all for `other`. For training
    // the gate: everything is, and the gate itself stays out of it.
    std::vector<tagger::Shares> shares(std::vector<Token> const&, tagger::Attributed const&,
                                       std::span<tagger::Stretch const>, tagger::Worth const&,
                                       WordMemory* = nullptr) const;
    tagger::WordFacts const& word_facts() const { return facts_; }

private:
    void look_at(std::vector<Token> const&, tagger::Attributed const&, std::span<tagger::Stretch const>,
                 tagger::Worth const&, WordMemory*, std::span<tagger::Shares>,
                 std::vector<tagger::Stretch>& looked) const;

    tagger::WordFacts facts_;
    tagger::Gate gate_;
    tagger::Learnt learnt_;
    tagger::Transitions transitions_{};
    std::uint64_t model_ = 0;  // its checksum
};

namespace tagger {
inline constexpr std::uint32_t section_version = 1;
inline constexpr std::size_t section_head_bytes = 16;
inline constexpr std::size_t transition_bytes = ((label_count + 1) * label_count * 2 + 7) / 8 * 8;
}  // namespace tagger

}  // namespace kith::screen
