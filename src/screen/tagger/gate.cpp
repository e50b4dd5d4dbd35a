#include "screen/tagger/gate.hpp"

#include <algorithm>

#include "screen/tagger/word_memory.hpp"

namespace kith::screen::tagger {

Gate Gate::read(Model const& model) {
    auto const bytes = model.section("gate");
    if (bytes.size() < gate_head_bytes || read_32(bytes.data()) != gate_version) return {};
    auto const bits = read_32(bytes.data() + 4);
    if (bits < gate_bits_min || bits > gate_bits_max || (bytes.size() - gate_head_bytes) >> bits == 0) return {};
    Gate gate;
    gate.mask_ = (1U << bits) - 1;
    for (std::size_t manner = 0; manner < gate_manner_count; ++manner)
        gate.bars_[manner] = static_cast<int>(read_32(bytes.data() + 8 + 4 * manner));
    gate.weights_ = reinterpret_cast<signed char const*>(bytes.data() + gate_head_bytes);
    return gate;
}

std::int16_t Gate::own(Attributes const& token, std::size_t state) const {
    int sum = 0;
    gate_asks_of_word(token, state, [&](std::uint32_t hash) { sum += weight(hash); });
    return static_cast<std::int16_t>(sum);
}

GatePlaces Gate::around(Attributes const& token, std::size_t manner) const {
    GatePlaces sums;
    for (std::size_t place = 0; place < gate_place_count; ++place) {
        int sum = 0;
        gate_asks_of_neighbour(token, place, manner, [&](std::uint32_t hash) { sum += weight(hash); });
        sums[place] = static_cast<std::int16_t>(sum);
    }
    return sums;
}

void Gate::add_up(Attributed const& text, Stretch stretch, WordMemory* memory, Worth& worth) const {
    // Who sees a token in a place stands on its other side: so many before the stretch and behind it, where nobody is.
    constexpr std::size_t before = 2, behind = 3;
    static_assert(std::ranges::max(gate_places) == before && std::ranges::min(gate_places) == -std::ptrdiff_t{behind});
    auto const manner = gate_manner(text.manner);
    auto const count = stretch.end - stretch.first;
    std::array<int, stretch_tokens_max + before + behind> sums;
    std::fill_n(sums.begin(), count + before + behind, 0);
    for (std::size_t i = 0; i < count; ++i) {
        auto const& token = text.tokens[stretch.first + i];
        auto const state = gate_state(token, text.manner);
        GateWeights fresh;
        auto* kept = &fresh;
        if (memory != nullptr && token.kept_id != 0)
            if (auto& word = memory->word(token.kept_at); word.id == token.kept_id) kept = &word.gate;
        if (kept->own[state] == GateWeights::unknown) kept->own[state] = own(token, state);
        auto& places = kept->around[manner];
        if (places[0] == GateWeights::unknown) places = around(token, manner);
        int sum = kept->own[state];
        gate_asks_of_evidence(token, state, [&](std::uint32_t hash) { sum += weight(hash); });
        auto* const here = sums.data() + before + i;
        *here += sum;
        for (std::size_t place = 0; place < gate_place_count; ++place) here[-gate_places[place]] += places[place];
    }
    auto const bar = bars_[manner];
    for (std::size_t i = 0; i < count; ++i) worth[stretch.first + i] |= sums[before + i] >= bar;
}

void Gate::open(Attributed const& text, std::span<Stretch const> stretches, WordMemory* memory, Worth& worth) const {
    if (empty()) return worth.assign(text.tokens.size(), true);
    for (auto const stretch : stretches) add_up(text, stretch, memory, worth);
}

}  // namespace kith::screen::tagger
