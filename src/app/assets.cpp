#include "app/assets.hpp"

#include <algorithm>

#include "app/compress.hpp"
#include "app/headers.hpp"
#include "platform/html/assets.hpp"
#include "platform/http/cookie.hpp"

namespace kith::app {

namespace {

// Under names that stay the same, since browsers ask for them by name: the app's worker, and the icon that
// phones look for by themselves.
bool stands_outside(std::string_view path) { return path == http::worker_path || path == "/apple-touch-icon.png"; }

// Workers that are handed what they need and answer by message look at what is written, and at what pictures show.
Runs what_runs(std::string_view name) {
    if (name == "screening.js" || name == "faces.js") return Runs::worker;
    if (name.ends_with(".css") || name.ends_with(".woff2")) return Runs::nothing;
    return name == "worker.js" ? Runs::app_worker : Runs::page;
}

// The worker is asked for anew each time, so that a device never goes on with one that this server does not know.
std::string_view kept_for(std::string_view path) {
    if (path == http::worker_path) return "no-cache";
    return stands_outside(path) ? "public, max-age=86400" : "public, max-age=31536000, immutable";
}

}  // namespace

std::optional<http::Response> find_asset(http::Request const& request) {
    if (!request.path.starts_with("/assets/") && !stands_outside(request.path)) return std::nullopt;
    if (request.method != http::Method::get && request.method != http::Method::head) return std::nullopt;
    auto const* asset = assets::find(request.path);
    if (!asset) return std::nullopt;
    http::Response response;
    response.static_body = asset->identity;
    response.with("Content-Type", std::string{asset->type}).with("Cache-Control", std::string{kept_for(request.path)});
    if (request.path == http::worker_path) response.with("Service-Worker-Allowed", "/");
    if (!asset->brotli.empty() || !asset->gzip.empty()) response.with("Vary", "Accept-Encoding");
    if (!asset->brotli.empty() && accepts(request, "br")) {
        response.static_body = asset->brotli;
        response.with("Content-Encoding", "br");
    } else if (!asset->gzip.empty() && accepts(request, "gzip")) {
        response.static_body = asset->gzip;
        response.with("Content-Encoding", "gzip");
    }
    add_security_headers(request, response, what_runs(asset->name));
    return response;
}

}  // namespace kith::app
