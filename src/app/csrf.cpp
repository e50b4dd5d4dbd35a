#include "app/csrf.hpp"

#include "domain/ids.hpp"
#include "platform/crypto/token.hpp"

namespace kith::app {

namespace {

std::string salted(std::string_view session_secret, std::string_view salt) {
    std::string text{"csrf\n"};
    text.append(salt).append("\n").append(session_secret);
    return std::string{salt} + crypto::base64url(crypto::digest(text));
}

}  // namespace

std::string csrf_token(std::string_view session_secret) { return salted(session_secret, Id<void>::random().text()); }

bool csrf_matches(std::string_view session_secret, std::string_view token) {
    if (token.size() <= id_text_bytes) return false;
    return crypto::equal_in_constant_time(salted(session_secret, token.substr(0, id_text_bytes)), token);
}

}  // namespace kith::app
