// The one cookie that Kith sets: the session. `__Host-` binds it to this host,
// to the whole path and to a secure origin (browsers count loopback as one).
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace kith::http {

inline constexpr std::string_view session_cookie = "__Host-kith";

std::string set_session_cookie(std::string_view token, std::chrono::seconds lifetime);
std::string clear_session_cookie();

}  // namespace kith::http
