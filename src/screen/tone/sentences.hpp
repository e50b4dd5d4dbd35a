// A text as the words that tone is read from: with their sorts, whether they are quoted, and where clauses
// and sentences end. "I'm" is one word (`im`); a word with stars in it keeps one (`c***` is `c*`).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "screen/candidate.hpp"
#include "screen/normalise.hpp"
#include "screen/tokens.hpp"
#include "screen/tone/words.hpp"

namespace kith::screen::tone {

struct Heard {
    std::uint32_t hash, start, end;  // bytes of the lanes
    Sorts sorts;
    bool quoted = false, clause_start = false, clause_end = false, capitals = false;
};

struct Sentence {
    std::uint32_t first, last;  // words; one past the last
    bool asks_thrice = false;   // ends in ???
};

struct Talk {
    std::vector<Heard> words;
    std::vector<Sentence> sentences;
};

Talk hear(Folded const&, std::vector<Token> const&, std::span<Candidate const> names);

}  // namespace kith::screen::tone
