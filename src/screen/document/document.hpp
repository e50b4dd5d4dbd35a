// The text as a whole: a name found once is a name wherever it stands again, and who is named
// (a client, a colleague, the author of a book, somebody in the news) changes how sure and what is said.
//
// Looks at candidates of people, and organisations and places of more than one word; adds to `candidates` and changes
// those of people. Time in proportion to the text and the count of candidates.
#pragma once

#include "screen/candidate.hpp"
#include "screen/tokens.hpp"

namespace kith::screen {

void carry_through(Reader const&, Candidates&);

}  // namespace kith::screen
