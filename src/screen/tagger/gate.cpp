#include "screen/tagger/gate.hpp"

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

void Gate::add_up(Attributed const& text, Stretch stretch, WordMemory* memory, std::vector<int>& sums) const {
    auto const manner = gate_manner(text.manner);
    for (std::size_t i = stretch.first; i < stretch.end; ++i) {
        auto const& token = text.tokens[i];
        auto const state = gate_state(token, text.manner);
        GateWeights fresh;
        auto* kept = &fresh;
        if (memory != nullptr && token.kept_id != 0)
            if (auto& word = memory->word(token.kept_at); word.id == token.kept_id) kept = &word.gate;
        if (kept->own[state] == GateWeights::unknown) kept->own[state] = own(token, state);
        if (kept->around[manner][0] == GateWeights::unknown) kept->around[manner] = around(token, manner);
        int sum = kept->own[state];
        gate_asks_of_evidence(token, state, [&](std::uint32_t hash) { sum += weight(hash); });
        sums[i] += sum;
        for (std::size_t place = 0; place < gate_place_count; ++place) {
            // Who sees it in that place stands on the other side.
            auto const who = static_cast<std::ptrdiff_t>(i) - gate_places[place];
            if (who >= static_cast<std::ptrdiff_t>(stretch.first) && who < static_cast<std::ptrdiff_t>(stretch.end))
                sums[static_cast<std::size_t>(who)] += kept->around[manner][place];
        }
    }
}

void Gate::open(Attributed const& text, std::span<Stretch const> stretches, WordMemory* memory, Worth& worth) const {
    if (empty()) return worth.assign(text.tokens.size(), true);
    std::vector<int> sums(text.tokens.size());
    for (auto const stretch : stretches) add_up(text, stretch, memory, sums);
    auto const bar = bars_[gate_manner(text.manner)];
    for (std::size_t i = 0; i < sums.size(); ++i) worth[i] |= sums[i] >= bar;
}

}  // namespace kith::screen::tagger
