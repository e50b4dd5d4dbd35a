// In reports, what rules took for a place, an institution or a date may be everyone's ("the Supreme Court", "the
// Convention of 1950"): the tagger has read many reports, and where it sees nothing the rule's candidate loses.
#pragma once

#include <span>
#include <vector>

#include "screen/candidate.hpp"
#include "screen/tagger/attributes.hpp"
#include "screen/tagger/chain.hpp"
#include "screen/tagger/gate.hpp"

namespace kith::screen::tagger {

// The tokens of such candidates are worth asking about. Only in reports.
void open_for_second_look(std::vector<Token> const&, Attributed const&, Candidates const&, Worth&);

// Lowers the confidence of candidates of others that no token of theirs speaks for. Only in reports.
void look_again(std::vector<Token> const&, Attributed const&, std::span<Shares const>, Candidates&);

}  // namespace kith::screen::tagger
