// Signing in and out.
#pragma once

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

// Checks the password in the same time whether the address is known or not. Opens its own transactions.
Result<Opened> sign_in(Services const&, std::string_view email, std::string_view password, std::string label, Time now);

// "Firefox on Android" from a User-Agent field: the two words a person would know their device by.
std::string label_of(http::Request const&);

}  // namespace kith::sessions
