// A request as everything behind platform/net sees it: plain values, already
// read in full, already within the limits.
//
// Header names are kept in lower case. The path is split from the query at the
// first '?', and neither is percent-decoded here: http/url.hpp does that, once,
// on the parts that the route table has cut out.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kith::http {

enum class Method { get, head, post, put, patch, del, options, other };

std::string_view name_of(Method);
// GET, HEAD and OPTIONS change nothing (RFC 9110 section 9.2.1).
constexpr bool is_safe(Method method) {
    return method == Method::get || method == Method::head || method == Method::options;
}

enum class Scheme { http, https };

inline constexpr std::size_t head_bytes_max = 16 * 1024;  // request line and header fields together
inline constexpr std::size_t target_bytes_max = 4 * 1024;
inline constexpr std::size_t body_bytes_max = 1024 * 1024;                  // a form
inline constexpr std::size_t body_with_files_bytes_max = 25 * 1024 * 1024;  // a form that may bring files

struct Request {
    Method method = Method::get;
    std::string path;
    std::string query;
    std::vector<std::pair<std::string, std::string>> headers;  // names in lower case, in the order they came
    std::string body;
    std::string peer;              // the client's address, without port
    Scheme scheme = Scheme::http;  // as the client sees it (behind a proxy: X-Forwarded-Proto)

    // The first field of this name (lower case), or nothing.
    std::optional<std::string_view> header(std::string_view name) const;
    // A cookie's value, or nothing. The first wins where a name comes twice.
    std::optional<std::string_view> cookie(std::string_view name) const;
    // The token of a program (`Authorization: Bearer …`), or an empty text.
    std::string_view bearer() const;
    // True when the client would rather have JSON than HTML (`Accept: application/json`).
    bool wants_json() const;
};

// The origin of our own pages, as who sent this knows it ("https://kith.example"): what was set, else as its Host field
// says.
std::string own_origin(Request const&, std::string const& configured);

}  // namespace kith::http
