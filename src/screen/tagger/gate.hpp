// Whether a token is worth asking all questions of: a cheap first look that leaves out what is sure to name nobody.
//
// Most words of a text are of the kind that the tagger never takes for anything. The gate adds up a few weights for a
// token, all of them known from single words: of the word itself as it is written, of the words around it, and of what
// the text shows of the same word elsewhere. What stays below the bar is not a name and costs nothing more. It is
// learnt from the tagger's own answers (tools/train/learn_gate.hpp), with a bar that leaves out hardly anything that it
// would have found.
//
// Section "gate": a version, how many bits choose a bucket, the bars of posts and of reports, 32 bits each; a weight
// of 8 bits for each bucket. Without one, or with a damaged one, every token is asked about.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "screen/model.hpp"
#include "screen/tagger/attributes.hpp"
#include "screen/tagger/stretches.hpp"

namespace kith::screen {

class WordMemory;

namespace tagger {

inline constexpr std::uint32_t gate_version = 1;
inline constexpr std::size_t gate_head_bytes = 16;
inline constexpr unsigned gate_bits_min = 8, gate_bits_max = 18;

// Where a word stands, seen from the token looked at.
inline constexpr std::ptrdiff_t gate_places[] = {-3, -2, -1, 1, 2};
inline constexpr std::size_t gate_place_count = std::size(gate_places);

// How a word is written, and in what kind of text, as far as it counts for the word's own weight.
inline constexpr std::size_t gate_manner_count = 2, gate_state_count = 10 * gate_manner_count;
constexpr std::size_t gate_manner(Manner manner) { return manner.style == Style::report ? 1 : 0; }
constexpr std::size_t gate_state(Attributes const& of, Manner manner) {
    auto state = static_cast<std::size_t>(of.letters);
    if (of.letters == Letters::lower && manner.capitals == Capitals::none) state = 6;
    if (of.letters == Letters::title && of.sentence_start) state = 7;
    if (of.letters == Letters::upper && manner.capitals == Capitals::only) state = 8;
    if (of.in_handle) state = 9;
    return state * gate_manner_count + gate_manner(manner);
}

// Calls `use` with the hash of each thing that counts of a token by itself.
template <class Use>
void gate_asks_of_word(Attributes const& w, std::size_t state, Use use) {
    auto const in = static_cast<std::uint32_t>(state);
    auto const family = static_cast<std::uint32_t>(w.family);
    use(both(both(1, w.word), in / 2));
    use(both(both(2, w.word), in % 2));
    use(both(both(3, static_cast<std::uint32_t>(w.form)), in));
    if (!w.is_word()) return;
    use(both(both(4, w.facts), in));
    use(both(both(both(5, w.facts), w.looks), in));
    use(both(both(both(6, family), static_cast<std::uint32_t>(w.facts & 0xFFU) != 0 ? 1U : 0U), in));
    use(both(both(7, w.looks), in));
    use(both(both(8, w.affixes[3]), in / 2));
    use(both(both(9, w.affixes[4]), in / 2));
}
// The same of a token as a neighbour, by its place among `gate_places`.
template <class Use>
void gate_asks_of_neighbour(Attributes const& w, std::size_t place, std::size_t manner, Use use) {
    auto const there = static_cast<std::uint32_t>(place * gate_manner_count + manner);
    use(both(both(20, w.word), there));
    use(both(both(21, static_cast<std::uint32_t>(w.form)), there));
    if (!w.is_word()) return;
    use(both(both(22, static_cast<std::uint32_t>(w.family)), there));
    use(both(both(23, w.facts), there));
    use(both(both(24, w.looks), there));
}
// What the text shows of the same word elsewhere.
template <class Use>
void gate_asks_of_evidence(Attributes const& w, std::size_t state, Use use) {
    use(both(both(40, w.evidence), static_cast<std::uint32_t>(state)));
}

// For each token whether it is worth all questions.
using Worth = std::vector<char>;

// What is kept of a word for the next time (word_memory.hpp).
using GatePlaces = std::array<std::int16_t, gate_place_count>;
struct GateWeights {
    static constexpr std::int16_t unknown = INT16_MIN;
    std::array<std::int16_t, gate_state_count> own;
    std::array<GatePlaces, gate_manner_count> around;

    constexpr GateWeights() {
        own.fill(unknown);
        for (auto& places : around) places.fill(unknown);
    }
};

class Gate {
public:
    static Gate read(Model const&);

    bool empty() const { return weights_ == nullptr; }
    std::uint32_t bucket(std::uint32_t hash) const { return mix(hash) & mask_; }
    // Adds the tokens that are worth it to `worth`, which has one for each: all of them when empty.
    void open(Attributed const&, std::span<Stretch const>, WordMemory*, Worth& worth) const;

private:
    int weight(std::uint32_t hash) const { return weights_[bucket(hash)]; }
    std::int16_t own(Attributes const&, std::size_t state) const;
    GatePlaces around(Attributes const&, std::size_t manner) const;
    void add_up(Attributed const&, Stretch, WordMemory*, Worth& worth) const;

    signed char const* weights_ = nullptr;
    std::uint32_t mask_ = 0;
    int bars_[gate_manner_count] = {};
};

}  // namespace tagger

}  // namespace kith::screen
