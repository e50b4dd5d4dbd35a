// From how likely each label is for each token to spans with a class and a confidence.
#pragma once

#include <span>
#include <vector>

#include "screen/candidate.hpp"
#include "screen/tagger/attributes.hpp"
#include "screen/tagger/chain.hpp"
#include "screen/tagger/stretches.hpp"

namespace kith::screen::tagger {

// Adds what is likely enough at this level for this kind of text, in order, without overlap.
void add_spans(std::vector<Token> const&, Attributed const&, std::span<Shares const>, std::span<Stretch const> looked,
               Level, Candidates&);

}  // namespace kith::screen::tagger
