#include "app/headers.hpp"

namespace kith::app {

namespace {

// Nothing from anywhere else, no script in the page, no frame around it; markup and scripts' addresses
// from strings only through the one Trusted Types policy of the script (web/base/trusted.ts).
constexpr std::string_view policy_of_pages =
    "default-src 'none'; script-src 'self'; worker-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types kith";

// The workers that read drafts and look at pictures are handed what they need and answer by message: each
// may run its module, and has no way out.
constexpr std::string_view policy_of_worker =
    "default-src 'none'; script-src 'wasm-unsafe-eval'; base-uri 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'";

// The app on a device: asks this place alone, and neither makes markup nor runs what it was not built with.
constexpr std::string_view policy_of_app_worker =
    "default-src 'none'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'; trusted-types 'none'";

std::string_view policy_for(Runs runs) {
    if (runs == Runs::worker) return policy_of_worker;
    return runs == Runs::app_worker ? policy_of_app_worker : policy_of_pages;
}

constexpr std::pair<std::string_view, std::string_view> every_answer[] = {
    {"X-Content-Type-Options", "nosniff"},
    {"X-Frame-Options", "DENY"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Embedder-Policy", "require-corp"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"Origin-Agent-Cluster", "?1"},
    {"X-Robots-Tag", "noindex, nofollow, noarchive"},
    {"X-DNS-Prefetch-Control", "off"},
    {"Permissions-Policy",
     "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=(), browsing-topics=()"},
};

}  // namespace

void add_security_headers(http::Request const& request, http::Response& response, Runs runs) {
    response.with("Content-Security-Policy", std::string{policy_for(runs)});
    for (auto const& [name, value] : every_answer) response.with(std::string{name}, std::string{value});
    if (request.scheme == http::Scheme::https)
        response.with("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
}

}  // namespace kith::app
