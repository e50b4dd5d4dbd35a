// Of all that was taken for an identifier, what stands: in order, without overlap, sure enough for the level.
#pragma once

#include "screen/candidate.hpp"

namespace kith::screen {

// The surer one stands; of equally sure ones the longer. What a beaten name covers besides is kept, for a text that is
// to be masked must not keep half of it. Takes n log n time.
void settle_overlaps(Candidates&, std::string_view lower, Settings const&);

}  // namespace kith::screen
