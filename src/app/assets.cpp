#include "app/assets.hpp"

#include <algorithm>

#include "app/compress.hpp"
#include "app/headers.hpp"
#include "platform/html/assets.hpp"

namespace kith::app {

namespace {

// Workers that are handed what they need and answer by message: what is written, and what pictures show,
// is looked at in them.
constexpr std::string_view worker_names[] = {"screening.js", "faces.js"};

}  // namespace

std::optional<http::Response> find_asset(http::Request const& request) {
    if (!request.path.starts_with("/assets/")) return std::nullopt;
    if (request.method != http::Method::get && request.method != http::Method::head) return std::nullopt;
    auto const* asset = assets::find(request.path);
    if (!asset) return std::nullopt;
    http::Response response;
    response.static_body = asset->identity;
    response.with("Content-Type", std::string{asset->type})
        .with("Cache-Control", "public, max-age=31536000, immutable");
    if (!asset->brotli.empty() || !asset->gzip.empty()) response.with("Vary", "Accept-Encoding");
    if (!asset->brotli.empty() && accepts(request, "br")) {
        response.static_body = asset->brotli;
        response.with("Content-Encoding", "br");
    } else if (!asset->gzip.empty() && accepts(request, "gzip")) {
        response.static_body = asset->gzip;
        response.with("Content-Encoding", "gzip");
    }
    bool const is_worker = std::ranges::find(worker_names, asset->name) != std::end(worker_names);
    add_security_headers(request, response, is_worker ? Runs::worker : Runs::page);
    return response;
}

}  // namespace kith::app
