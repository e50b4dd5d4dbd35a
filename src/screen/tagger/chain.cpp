#include "screen/tagger/chain.hpp"

#include <algorithm>

#pragma STDC FP_CONTRACT OFF

namespace kith::screen::tagger {

namespace {

constexpr int nats_max = 20;  // what is less likely by e to this power counts as that
constexpr int steps = nats_max * score_unit;

// e to minus i parts of a nat, by products alone.
constexpr std::array<float, steps + 1> falls = [] {
    double step = 1;  // e^(-1/32) by its series
    double term = 1;
    for (int n = 1; n < 12; ++n) {
        term *= -1.0 / score_unit / n;
        step += term;
    }
    std::array<float, steps + 1> table{};
    double value = 1;
    for (auto& entry : table) {
        entry = static_cast<float>(value);
        value *= step;
    }
    return table;
}();

Shares relative(Scores const& scores) {
    auto const most = *std::max_element(scores.begin(), scores.end());
    Shares out;
    for (std::size_t i = 0; i < label_count; ++i)
        out[i] = falls[static_cast<std::size_t>(std::min(most - scores[i], steps))];
    return out;
}

void to_one(Shares& shares) {
    float sum = 0;
    for (float const share : shares) sum += share;
    float const scale = 1.0F / sum;
    for (float& share : shares) share *= scale;
}

}  // namespace

Chain::Chain(Transitions const& transitions) {
    // One measure for all rows: the rows of a chain are compared with each other.
    std::int32_t most = transitions[0][0];
    for (auto const& row : transitions)
        for (auto const score : row) most = std::max(most, score);
    for (std::size_t from = 0; from <= label_count; ++from)
        for (std::size_t to = 0; to < label_count; ++to)
            transitions_[from][to] = falls[static_cast<std::size_t>(std::min(most - transitions[from][to], steps))];
    for (std::size_t from = 0; from < label_count; ++from)
        for (std::size_t to = 0; to < label_count; ++to) backwards_[to][from] = transitions_[from + 1][to];
}

void Chain::shares(std::span<Scores const> scores, std::span<Shares> shares, Beside before, Beside behind_last) {
    constexpr auto other = static_cast<std::size_t>(Label::other);
    auto const count = scores.size();
    if (count == 0) return;
    emissions_.resize(count);
    for (std::size_t i = 0; i < count; ++i) emissions_[i] = relative(scores[i]);
    for (std::size_t i = 0; i < count; ++i) {  // forward, into `shares`
        Shares sum{};
        if (i == 0) {
            sum = transitions_[before == Beside::nothing ? 0 : 1 + other];
        } else {
            for (std::size_t from = 0; from < label_count; ++from) {
                float const share = shares[i - 1][from];
                for (std::size_t to = 0; to < label_count; ++to) sum[to] += share * transitions_[from + 1][to];
            }
        }
        for (std::size_t to = 0; to < label_count; ++to) shares[i][to] = sum[to] * emissions_[i][to];
        to_one(shares[i]);
    }
    Shares behind;
    behind.fill(1.0F / label_count);
    if (behind_last == Beside::other) {
        behind = backwards_[other];
        to_one(behind);
        for (std::size_t label = 0; label < label_count; ++label) shares[count - 1][label] *= behind[label];
        to_one(shares[count - 1]);
    }
    for (std::size_t i = count - 1; i-- > 0;) {  // backward
        Shares weighted;
        for (std::size_t to = 0; to < label_count; ++to) weighted[to] = emissions_[i + 1][to] * behind[to];
        // Added up side by side, one sum for each label.
        behind = {};
        for (std::size_t to = 0; to < label_count; ++to)
            for (std::size_t from = 0; from < label_count; ++from) behind[from] += backwards_[to][from] * weighted[to];
        to_one(behind);
        for (std::size_t label = 0; label < label_count; ++label) shares[i][label] *= behind[label];
        to_one(shares[i]);
    }
}

}  // namespace kith::screen::tagger
