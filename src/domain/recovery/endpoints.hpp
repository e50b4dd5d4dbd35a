// The rows of the route table about getting in again.
#pragma once

#include "domain/call/gates.hpp"

namespace kith::recovery {

Result<Answer> show_asking(Call&, Anyone const&);      // GET /recovery
Result<Answer> ask_to_come_in(Call&, Anyone const&);   // POST /recovery, opens its own transactions
Result<Answer> show_vouching(Call&, SignedIn const&);  // GET /recovery/vouch
Result<Answer> speak_for(Call&, Confirmed const&);     // POST /recovery/vouch
Result<Answer> stop_recovery(Call&, SignedIn const&);  // POST /me/recoveries/{recovery}/stop

}  // namespace kith::recovery
