// Passkeys in the database, and the two ceremonies with them.
//
// A ceremony begins with a challenge that is kept for `ceremony_lasts`, and is over when it was answered: it can be
// taken once. What a browser sends back is looked at outside any transaction, then taken in one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "domain/call/call.hpp"
#include "domain/proofs/proof.hpp"
#include "platform/sql/database.hpp"

namespace kith::proofs {

std::vector<Passkey> passkeys_of(sql::Transaction&, PersonId);  // the oldest first
std::optional<Passkey> find_passkey(sql::Transaction&, std::string_view credential_id);
// False where the authenticator has one here already.
bool add(sql::Transaction&, Passkey const&);
// Its label, where it was this person's.
std::optional<std::string> end_passkey(sql::Transaction&, PersonId, PasskeyId);
void end_passkeys(sql::Transaction&, PersonId);
// Random bytes by which devices tell this person's passkeys from others'; made when they are first asked for.
std::string handle_of(sql::Transaction&, PersonId);

// With a person: to make a passkey for them. Without: to show one. The challenge, base64url.
std::string begin_ceremony(sql::Transaction&, std::optional<PersonId> makes_for, Time now);
void forget_old_ceremonies(sql::Transaction&, Time now);

// The fields of the form: client_data, attestation. Conflict, when it is there already or there are too many.
Result<Passkey> make_passkey(Call const&, PersonId, std::string label);

// What a device has shown, and is right so far. `take` it in the transaction that lets somebody in.
struct ShownPasskey {
    Passkey passkey;
    std::uint32_t counter = 0;
    std::string challenge;
};
// The fields credential, client_data, authenticator_data, signature. An unknown credential costs the same work as one
// that is known, and is refused in the same words. Opens its own transactions.
Result<ShownPasskey> look_at_passkey(Call const&);
// Refused when the challenge was answered before, or it was not for this.
Result<void> take(sql::Transaction&, ShownPasskey const&, Time now);

}  // namespace kith::proofs
