// Signing in and out, and showing once more that it is me.
#pragma once

#include "domain/call/gates.hpp"

namespace kith::sessions {

Result<Answer> show_sign_in(Call&, Anyone const&);           // GET /session
Result<Answer> sign_in(Call&, Anyone const&);                // POST /session
Result<Answer> show_code(Call&, Anyone const&);              // GET /session/code
Result<Answer> sign_in_by_code(Call&, Anyone const&);        // POST /session/code, opens its own transactions
Result<Answer> begin_passkey(Call&, Anyone const&);          // POST /session/passkey/begin
Result<Answer> sign_in_by_passkey(Call&, Anyone const&);     // POST /session/passkey, opens its own transactions
Result<Answer> show_confirming(Call&, SignedIn const&);      // GET /session/confirm
Result<Answer> confirm_by_password(Call&, SignedIn const&);  // POST /session/confirm, opens its own transactions
Result<Answer> confirm_by_passkey(Call&, SignedIn const&);   // POST /session/confirm/passkey, likewise
Result<Answer> show_device(Call&, SignedIn const&);          // GET /session/device
Result<Answer> sign_out(Call&, SignedIn const&);             // POST /session/end

}  // namespace kith::sessions
