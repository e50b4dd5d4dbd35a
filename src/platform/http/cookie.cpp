#include "platform/http/cookie.hpp"

#include <fmt/format.h>

namespace kith::http {

// RFC 6265bis section 4.1.3: the prefix wants Secure, Path=/ and no Domain.
// Lax, not Strict: who follows a link to Kith from a mail arrives signed in.
std::string set_session_cookie(std::string_view token, std::chrono::seconds lifetime) {
    return fmt::format("{}={}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age={}", session_cookie, token,
                       lifetime.count());
}

std::string clear_session_cookie() { return set_session_cookie("", std::chrono::seconds{0}); }

// Not HttpOnly: the worker is a script. Without Max-Age: for as long as the browser runs.
std::string set_worker_cookie(std::string_view value) {
    return fmt::format("{}={}; Path={}; Secure; SameSite=Strict", worker_cookie, value, worker_cookie_path);
}

std::string clear_worker_cookie() { return set_worker_cookie("") + "; Max-Age=0"; }

}  // namespace kith::http
