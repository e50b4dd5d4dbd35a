// Who is asking.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "base/time.hpp"
#include "domain/ids.hpp"

namespace kith {

// A browser's session carries a cookie and so needs a CSRF token with every form;
// a token for programs does not.
enum class SessionKind { browser, token };

// For so long after somebody has shown that it is them (by signing in, or once more) they may do what is risky.
inline constexpr std::chrono::minutes confirmed_lasts{15};

struct Viewer {
    PersonId person;
    std::string name;
    SessionId session;
    SessionKind session_kind = SessionKind::browser;
    bool is_host = false;
    bool has_unread_notices = false;
    std::optional<Time> confirmed_at{};

    // A clock that was set back makes nobody sure for longer.
    bool is_confirmed(Time now) const {
        return confirmed_at && now >= *confirmed_at && now - *confirmed_at < confirmed_lasts;
    }
};

}  // namespace kith
