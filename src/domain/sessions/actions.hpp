// Signing in and out.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "domain/call/call.hpp"
#include "domain/sessions/session.hpp"

namespace kith::sessions {

struct Opened {
    Session session;
    std::string secret;
};

// A new session for a person whose right to it has just been shown (a password, a used host link).
Opened open(sql::Transaction&, PersonId, SessionKind, std::string label, Time now);

// The same, by somebody who has come in by showing who they are: it stands in their log.
Opened come_in(sql::Transaction&, PersonId, std::string label, Time now);

// Whose this address and password are. The same work whether the address is known or not: one look into the database,
// one hash. Opens its own transaction.
Result<PersonId> check_password(Services const&, std::string_view email, std::string_view password);

// Either in, or half in: the password was right, and a code is still to come.
struct SignIn {
    std::optional<Opened> opened;
    std::string half;  // the secret to bring with the code; empty when in
};
Result<SignIn> sign_in(Services const&, std::string_view email, std::string_view password, std::string label, Time now);

// The second half, within `half_sign_in_lasts` and so many tries. A code is taken once.
inline constexpr std::chrono::minutes half_sign_in_lasts{10};
inline constexpr int half_sign_in_tries_max = 5;
Result<Opened> sign_in_by_code(Services const&, std::string_view half, std::string_view code, std::string label,
                               Time now);

// "Firefox on Android" from a User-Agent field: the two words a person would know their device by.
std::string label_of(http::Request const&);

}  // namespace kith::sessions
