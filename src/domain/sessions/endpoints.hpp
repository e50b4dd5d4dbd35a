// Signing in and out.
#pragma once

#include "domain/call/gates.hpp"

namespace kith::sessions {

Result<Answer> show_sign_in(Call&, Anyone const&);   // GET /session
Result<Answer> sign_in(Call&, Anyone const&);        // POST /session
Result<Answer> show_device(Call&, SignedIn const&);  // GET /session/device
Result<Answer> sign_out(Call&, SignedIn const&);     // POST /session/end

}  // namespace kith::sessions
