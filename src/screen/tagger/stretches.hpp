// A text in stretches: tokens whose labels depend on each other, and within them the runs that are looked at closely.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "screen/tokens.hpp"

namespace kith::screen::tagger {

// A line, or a part of a long one.
struct Stretch {
    std::size_t first, end;
};
inline constexpr std::size_t stretch_tokens_max = 1000;

std::vector<Stretch> stretches_of(std::vector<Token> const&);
// Replaces what was in `stretches`.
void stretches_of(std::vector<Token> const&, std::vector<Stretch>& stretches);

// The runs of a stretch that hold what is worth a look and its neighbours: a name is told from what stands beside it,
// and a word between two that are worth it may join them ("Isle of Wight").
void runs_of(Stretch, std::span<char const> worth, std::vector<Stretch>& runs);

}  // namespace kith::screen::tagger
