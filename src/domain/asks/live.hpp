// Live delivery for asks: a page of asks hears that there is something new for its reader, and offers to load it.
//
// Told to persons, not to groups: whom an ask reaches is nobody else's to know. Never a word of what was asked, and
// nothing about a pass.
#pragma once

#include "domain/call/call.hpp"
#include "domain/call/gates.hpp"

namespace kith::asks {

void tell_pages(Services const&, Event const&);

Result<Answer> listen(Call&, SignedIn const&);  // GET /asks/live

}  // namespace kith::asks
