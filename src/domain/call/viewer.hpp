// Who is asking.
#pragma once

#include <string>

#include "domain/ids.hpp"

namespace kith {

// A browser's session carries a cookie and so needs a CSRF token with every form;
// a token for programs does not.
enum class SessionKind { browser, token };

struct Viewer {
    PersonId person;
    std::string name;
    SessionId session;
    SessionKind session_kind = SessionKind::browser;
    bool is_host = false;
    bool has_unread_notices = false;
};

}  // namespace kith
