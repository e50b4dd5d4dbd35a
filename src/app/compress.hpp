// Pages compressed with gzip, for browsers that say they read it.
//
// BREACH: a page that holds a secret and echoes what an attacker chose must not betray
// the secret by its length. The one secret in a page, the CSRF token, differs on every
// page (csrf.hpp), and the cookie is not sent from other sites (SameSite).
#pragma once

#include "platform/http/request.hpp"
#include "platform/http/response.hpp"

namespace kith::app {

inline constexpr std::size_t compress_bytes_min = 1'024;

void compress(http::Request const&, http::Response&);

// True when the field Accept-Encoding names the coding and does not refuse it (q=0).
bool accepts(http::Request const&, std::string_view coding);

}  // namespace kith::app
