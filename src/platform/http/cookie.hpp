// The cookies that Kith sets. The session: `__Host-` binds it to this host, to the whole path and to a secure
// origin (browsers count loopback as one). And what the app's worker opens read pages with while there is no line:
// of the worker's own path, so that no page and no request but the worker's carries it, and gone with the browser.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

namespace kith::http {

inline constexpr std::string_view session_cookie = "__Host-kith";

std::string set_session_cookie(std::string_view token, std::chrono::seconds lifetime);
std::string clear_session_cookie();

inline constexpr std::string_view worker_path = "/app/worker.js";
inline constexpr std::string_view worker_cookie_path = "/app/";
inline constexpr std::string_view worker_cookie = "kith-pages";  // web/worker/sitting.ts reads it

std::string set_worker_cookie(std::string_view value);
std::string clear_worker_cookie();

}  // namespace kith::http
