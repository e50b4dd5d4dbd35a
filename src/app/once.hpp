// Done once: a POST that comes again with the same idempotency key changes nothing
// and gets the answer of the first.
#pragma once

#include <optional>

#include "domain/call/answer.hpp"
#include "domain/call/call.hpp"
#include "platform/crypto/token.hpp"

namespace kith::app {

inline constexpr std::chrono::hours done_once_kept{72};

// Of the header Idempotency-Key or the field `idempotency_key`, bound to who asks and to the path.
std::optional<crypto::Digest> key_of(Call const&);
std::optional<Done> done_before(sql::Transaction&, crypto::Digest const&);
void remember(sql::Transaction&, crypto::Digest const&, Answer const&, Time now);
void forget_old_keys(sql::Transaction&, Time now);

}  // namespace kith::app
