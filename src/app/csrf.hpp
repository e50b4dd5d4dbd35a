// The token in every form of a signed-in browser: a digest of the session's secret
// with a fresh salt. It needs no key of the server's, so it outlives a restart, and it
// differs on every page, so that a compressed page tells nothing about it (BREACH).
#pragma once

#include <string>
#include <string_view>

namespace kith::app {

std::string csrf_token(std::string_view session_secret);
bool csrf_matches(std::string_view session_secret, std::string_view token);

}  // namespace kith::app
