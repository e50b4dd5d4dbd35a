// Room that one look at a text needs, kept for the next text so that none is asked for again.
//
// It holds numbers worked out from words, no words. What stands in it when a look begins counts for nothing.
#pragma once

#include <cstdint>
#include <vector>

#include "screen/tagger/attributes.hpp"
#include "screen/tagger/chain.hpp"
#include "screen/tagger/evidence.hpp"
#include "screen/tagger/gate.hpp"
#include "screen/tagger/stretches.hpp"

namespace kith::screen::tagger {

struct Buffers {
    Attributed attributed;
    Evidence evidence;
    std::vector<Stretch> stretches;
    Worth worth;
    std::vector<Shares> shares;   // of the tokens that were looked at
    std::vector<Stretch> looked;  // where those stand, in order
};

}  // namespace kith::screen::tagger
