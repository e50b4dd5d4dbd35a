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

}  // namespace kith::http
