// What speaks for or against a label of a token, as hashes: each is one question asked of the
// token and its neighbours ("which word stands before, and is this one capitalised?") with its answer.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "screen/tagger/attributes.hpp"
#include "screen/tagger/questions.hpp"
#include "screen/tagger/stretches.hpp"

namespace kith::screen::tagger {

inline constexpr std::size_t features_max = 72;

struct Features {
    std::array<std::uint32_t, features_max> hashes;  // mixed
    std::size_t count = 0;
};

// What stands around the token `i` of the stretch.
Around around(std::vector<Attributes> const&, std::vector<Token> const&, Stretch, std::size_t i);
// What stands where a stretch has ended.
extern Attributes const before_first, after_last;

// All of the token `i` of the stretch. Replaces what was in `out`.
void features_of(Attributed const&, std::vector<Token> const&, Stretch, std::size_t i, Features& out);

}  // namespace kith::screen::tagger
