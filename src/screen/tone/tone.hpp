// Would these words hurt somebody? Contempt or insult towards a client or a colleague, threats and slurs,
// pestering for an answer.
//
// Not marked: swearing alone, anger at the system, what is said of oneself, what is quoted or reported of
// others, clinical language, a fault named without contempt. What is said decides only together with of whom
// it is said (targets.hpp). Rules see the plain cases; a small model (section "tone", made by
// tools/train/train_tone.cpp, read in weights.hpp) the others, and only where somebody is spoken of.
#pragma once

#include <span>
#include <vector>

#include "screen/candidate.hpp"
#include "screen/model.hpp"
#include "screen/normalise.hpp"
#include "screen/tokens.hpp"

namespace kith::screen {

// The gravest; its offsets are of the lanes. Amber for contempt, red for harassment, slurs and threats. `names`: what
// was found to be a name of a person counts as somebody. Time in proportion to the text.
Tone judge(Folded const&, std::vector<Token> const&, std::span<Candidate const> names, Model const&);

}  // namespace kith::screen
