// The rows of the route table about oneself.
#pragma once

#include "domain/call/gates.hpp"

namespace kith::me {

// profile.cpp
Result<Answer> show_profile(Call&, SignedIn const&);  // GET /me
Result<Answer> save_profile(Call&, SignedIn const&);  // POST /me
Result<Answer> show_quiet(Call&, SignedIn const&);    // GET /me/quiet
Result<Answer> save_quiet(Call&, SignedIn const&);    // POST /me/quiet

// access.cpp
Result<Answer> show_sessions(Call&, SignedIn const&);    // GET /me/sessions
Result<Answer> end_session(Call&, SignedIn const&);      // POST /me/sessions/{session}/end
Result<Answer> end_others(Call&, SignedIn const&);       // POST /me/sessions/end-others
Result<Answer> show_tokens(Call&, SignedIn const&);      // GET /me/tokens
Result<Answer> make_token(Call&, Confirmed const&);      // POST /me/tokens
Result<Answer> show_password(Call&, SignedIn const&);    // GET /me/password
Result<Answer> change_password(Call&, SignedIn const&);  // POST /me/password, opens its own transactions

// getting_in.cpp
Result<Answer> show_getting_in(Call&, SignedIn const&);      // GET /me/getting-in
Result<Answer> begin_passkey(Call&, Confirmed const&);       // POST /me/passkeys/begin
Result<Answer> make_passkey(Call&, Confirmed const&);        // POST /me/passkeys
Result<Answer> end_passkey(Call&, Confirmed const&);         // POST /me/passkeys/{passkey}/end
Result<Answer> begin_codes(Call&, Confirmed const&);         // POST /me/getting-in/codes/begin
Result<Answer> show_codes(Call&, Confirmed const&);          // GET /me/getting-in/codes
Result<Answer> confirm_codes(Call&, Confirmed const&);       // POST /me/getting-in/codes
Result<Answer> end_codes(Call&, Confirmed const&);           // POST /me/getting-in/codes/end
Result<Answer> new_recovery_codes(Call&, Confirmed const&);  // POST /me/getting-in/recovery-codes

// takeout.cpp
Result<Answer> show_data(Call&, SignedIn const&);   // GET /me/data
Result<Answer> take_json(Call&, Confirmed const&);  // GET /me/data.json
Result<Answer> take_html(Call&, Confirmed const&);  // GET /me/data.html

// files.cpp
Result<Answer> show_files(Call&, SignedIn const&);  // GET /me/files
Result<Answer> give_file(Call&, SignedIn const&);   // GET /me/files/{file}/{size}

// deletion.cpp
Result<Answer> show_deletion(Call&, SignedIn const&);   // GET /me/delete
Result<Answer> delete_account(Call&, SignedIn const&);  // POST /me/delete, opens its own transactions

}  // namespace kith::me
