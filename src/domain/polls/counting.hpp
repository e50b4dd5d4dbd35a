// Counting votes.
//
// Ranked ones are counted by instant run-off (preferential voting: Robert's Rules of Order Newly Revised, 12th edition,
// 45:62-69). Each ballot counts for its first choice that is still in; while none has more than a half, those with the
// fewest go out. To name a second choice can never hurt the first, so that everybody can say what they think; points
// for places (Borda) would reward putting a rival last. And the rounds can be told in plain words.
#pragma once

#include <cstdint>
#include <vector>

#include "domain/polls/poll.hpp"

namespace kith::polls {

struct Cast {
    Ballot ballot;
    std::int64_t times = 1;
};

// For each choice, how often it stands on a ballot.
std::vector<std::int64_t> count(std::vector<Cast> const&, std::size_t choices);

struct Round {
    std::vector<std::int64_t> votes;    // for each choice; of those that are out, 0
    std::vector<bool> in;               // for each choice
    std::vector<std::size_t> goes_out;  // after this round
    std::int64_t counted = 0;           // ballots that still name one that is in
};

struct Outcome {
    std::vector<Round> rounds;
    std::vector<std::size_t> first;  // several: nothing tells them apart; none: nobody voted
};

// Equal last ones go out together, where they together have fewer than the next; else of them the one that had
// fewer in the latest round that tells them apart; where none does, all of them, and where all are equal nobody is
// before the others.
Outcome instant_run_off(std::vector<Cast> const&, std::size_t choices);

}  // namespace kith::polls
