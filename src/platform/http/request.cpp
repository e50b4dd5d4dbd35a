#include "platform/http/request.hpp"

#include "base/text.hpp"
#include "platform/http/header.hpp"

namespace kith::http {

std::string_view name_of(Method method) {
    switch (method) {
        case Method::get: return "GET";
        case Method::head: return "HEAD";
        case Method::post: return "POST";
        case Method::put: return "PUT";
        case Method::patch: return "PATCH";
        case Method::del: return "DELETE";
        case Method::options: return "OPTIONS";
        case Method::other: return "OTHER";
    }
    return "OTHER";
}

std::optional<std::string_view> Request::header(std::string_view name) const {
    for (auto const& [field, value] : headers)
        if (field == name) return value;
    return std::nullopt;
}

std::optional<std::string_view> Request::cookie(std::string_view name) const {
    for (auto const& [field, value] : headers) {
        if (field != "cookie") continue;
        std::string_view rest = value;
        while (!rest.empty()) {
            auto const end = rest.find(';');
            auto const pair = text::trim(rest.substr(0, end));
            rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
            auto const equals = pair.find('=');
            if (equals != std::string_view::npos && pair.substr(0, equals) == name) return pair.substr(equals + 1);
        }
    }
    return std::nullopt;
}

std::string_view Request::bearer() const {
    auto const field = header("authorization").value_or("");
    constexpr std::string_view before = "Bearer ";
    return field.starts_with(before) ? field.substr(before.size()) : std::string_view{};
}

bool Request::wants_json() const {
    auto const accept = header("accept");
    if (!accept) return false;
    int const json = weight_of(*accept, "application/json");
    if (json == 0) return false;
    int const page = weight_of(*accept, "text/html");
    if (json != page) return json > page;
    auto const lower = text::ascii_lower(*accept);
    return lower.find("application/json") < lower.find("text/html");
}

std::string own_origin(Request const& request, std::string const& configured) {
    if (!configured.empty()) return configured;
    auto const scheme = request.scheme == Scheme::https ? "https://" : "http://";
    return scheme + std::string{request.header("host").value_or("")};
}

}  // namespace kith::http
