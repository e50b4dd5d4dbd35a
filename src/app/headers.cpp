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

constexpr std::string_view policy_of_nothing = "default-src 'none'; frame-ancestors 'none'";

std::string_view policy_for(Runs runs) {
    switch (runs) {
        case Runs::page: return policy_of_pages;
        case Runs::app_worker: return policy_of_app_worker;
        case Runs::worker: return policy_of_worker;
        case Runs::nothing: break;
    }
    return policy_of_nothing;
}

using Field = std::pair<std::string_view, std::string_view>;

constexpr Field every_answer[] = {
    {"X-Content-Type-Options", "nosniff"},
    {"Referrer-Policy", "no-referrer"},
    {"Cross-Origin-Resource-Policy", "same-origin"},
    {"X-Robots-Tag", "noindex, nofollow, noarchive"},
};

// What can be a page or a worker of its own.
constexpr Field what_runs_by_itself[] = {
    {"X-Frame-Options", "DENY"},
    {"Cross-Origin-Opener-Policy", "same-origin"},
    {"Cross-Origin-Embedder-Policy", "require-corp"},
    {"Origin-Agent-Cluster", "?1"},
    {"X-DNS-Prefetch-Control", "off"},
    {"Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()"},
};

}  // namespace

void add_security_headers(http::Request const& request, http::Response& response, Runs runs) {
    response.with("Content-Security-Policy", std::string{policy_for(runs)});
    auto const add = [&](Field const& field) { response.with(std::string{field.first}, std::string{field.second}); };
    for (auto const& field : every_answer) add(field);
    if (runs != Runs::nothing)
        for (auto const& field : what_runs_by_itself) add(field);
    if (request.scheme == http::Scheme::https)
        response.with("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
}

}  // namespace kith::app
