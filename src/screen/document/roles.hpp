// Who is named: the words around a name tell a client from a colleague, and a list of a few names that the field
// talks of tells people in the news and authors of books. Changes confidence and reason of candidates of people.
#pragma once

#include "screen/candidate.hpp"
#include "screen/tokens.hpp"

namespace kith::screen {

void tell_roles(Reader const&, Candidates&);

}  // namespace kith::screen
