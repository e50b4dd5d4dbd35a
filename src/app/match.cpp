#include "app/routes.hpp"

#include <unordered_map>

#include "platform/http/cookie.hpp"
#include "platform/http/multipart.hpp"
#include "platform/http/url.hpp"

namespace kith::app {

namespace {

std::string_view next_part(std::string_view& path) {
    auto const slash = path.find('/', 1);
    auto const part = path.substr(1, slash == path.npos ? path.npos : slash - 1);
    path = slash == path.npos ? std::string_view{} : path.substr(slash);
    return part;
}

// Fills `parts` when the path fits the pattern.
bool fits(std::string_view pattern, std::string_view path,
          std::vector<std::pair<std::string_view, std::string>>& parts) {
    parts.clear();
    while (!pattern.empty() && !path.empty()) {
        auto const wanted = next_part(pattern);
        auto const found = next_part(path);
        if (wanted.starts_with('{')) {
            auto value = http::percent_decode(found, http::Plus::is_plus);
            if (!value || value->empty()) return false;
            parts.emplace_back(wanted.substr(1, wanted.size() - 2), std::move(*value));
        } else if (wanted != found) {
            return false;
        }
    }
    return pattern.empty() && path.empty();
}

// The rows under the first part of their path, which is never a {name}, in the order of the table.
std::span<Row const* const> rows_under(std::string_view first_part) {
    static auto const index = [] {
        std::unordered_map<std::string_view, std::vector<Row const*>> rows;
        for (auto const& row : routes()) {
            auto path = row.path;
            rows[next_part(path)].push_back(&row);
        }
        return rows;
    }();
    auto const found = index.find(first_part);
    return found == index.end() ? std::span<Row const* const>{} : found->second;
}

}  // namespace

Match match(http::Method method, std::string_view path) {
    Match found;
    auto const wanted = method == http::Method::head ? http::Method::get : method;
    // A literal part wins over {name}, because rows with literals stand first for the same shape.
    if (path.empty()) return found;
    auto rest = path;
    for (auto const* row : rows_under(next_part(rest))) {
        std::vector<std::pair<std::string_view, std::string>> parts;
        if (!fits(row->path, path, parts)) continue;
        found.path_known = true;
        if (row->method != wanted) continue;
        found.row = row;
        found.parts = std::move(parts);
        return found;
    }
    return found;
}

std::size_t body_bytes_max_for(http::Request const& head) {
    bool const somebody = head.cookie(http::session_cookie).has_value() || !head.bearer().empty();
    if (!somebody || !http::boundary_of(head.header("content-type").value_or(""))) return http::body_bytes_max;
    auto const found = match(head.method, head.path);
    return found.row && found.row->brings == Brings::files ? http::body_with_files_bytes_max : http::body_bytes_max;
}

Row const* page_row(std::string_view path) {
    for (auto const& row : routes())
        if (row.method == http::Method::get && row.path == path) return &row;
    return nullptr;
}

}  // namespace kith::app
