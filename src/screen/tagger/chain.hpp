// How likely each label is for each token of a stretch of text, given all of the stretch.
//
// Forward and backward over a linear chain. The same numbers on every machine: scores are
// whole, the exponential is a table made by the compiler, and no product is fused with a sum.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "screen/tagger/labels.hpp"

namespace kith::screen::tagger {

// Whole scores count in these parts of a natural logarithm.
inline constexpr int score_unit = 32;

using Scores = std::array<std::int32_t, label_count>;
using Shares = std::array<float, label_count>;  // of 1

// [0] from the beginning of a stretch, [1 + from] from one label to the next.
using Transitions = std::array<Scores, label_count + 1>;

// What stands beside a run of tokens: an end of the stretch, or a token that names nobody.
enum class Beside : std::uint8_t { nothing, other };

class Chain {
public:
    explicit Chain(Transitions const&);
    // `shares` is as long as `scores`.
    void shares(std::span<Scores const> scores, std::span<Shares> shares, Beside before = Beside::nothing,
                Beside behind = Beside::nothing);

private:
    std::array<Shares, label_count + 1> transitions_;
    std::array<Shares, label_count> backwards_;  // [to][from]
    std::vector<Shares> emissions_;
};

}  // namespace kith::screen::tagger
