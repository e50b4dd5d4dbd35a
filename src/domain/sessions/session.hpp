// A session: a browser that signed in, or a token for a program.
//
// The secret is handed out once (in the cookie, or shown to its owner) and only
// its hash is kept. A session ends by itself after a time without use, and at
// its latest after `session_lifetime`.
#pragma once

#include <chrono>
#include <string>

#include "base/time.hpp"
#include "domain/call/viewer.hpp"
#include "domain/ids.hpp"

namespace kith {

inline constexpr std::chrono::hours session_lifetime{24 * 30};
inline constexpr std::chrono::hours token_lifetime{24 * 365};
inline constexpr std::size_t session_label_characters_max = 80;

struct Session {
    SessionId id;
    PersonId person;
    SessionKind kind = SessionKind::browser;
    std::string label;  // "Firefox on Android", or the name given to a token
    Time made_at;
    Time used_on;  // the day only
    Time expires_at;
};

}  // namespace kith
