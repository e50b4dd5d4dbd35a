// Asking to be let in again, vouching, stopping it, and what happens when the waiting time is over.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "domain/call/call.hpp"
#include "domain/recovery/recovery.hpp"

namespace kith::recovery {

// The code to read out. Opens its own transactions; one hash and the same statements, known or not.
Result<std::string> ask(Call const&, std::string_view email, std::string_view new_password);

// Of somebody whom one may speak for. Every other code is answered alike.
Result<Spoken> find(Call const&, std::string_view code);
Result<void> vouch(Call&, Spoken const&);

// Not found where it is not one's own.
Result<void> stop(Call&, RecoveryId);

// Called again and again: lets those in whose waiting time is over.
void do_what_is_due(Services const&, Time now);

}  // namespace kith::recovery
