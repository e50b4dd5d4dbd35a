// Who hears of what happened. The one place where domains meet that do not know of each other.
#pragma once

#include "domain/call/call.hpp"

namespace kith::app {

// What hangs under the heads of threads: polls.
UnderHead under_head();
// Inside the transaction of the act: what must not be lost: notices, and warnings, where the place reaches anybody
// outside.
void record(sql::Transaction&, Event const&, Time now, Outside const& = {});
// After the commit: the open pages.
void tell(Services const&, Event const&);

}  // namespace kith::app
