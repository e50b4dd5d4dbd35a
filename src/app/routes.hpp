// The route table: the table of contents of the product.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/call/row.hpp"
#include "platform/http/request.hpp"

namespace kith::app {

std::span<Row const> routes();

struct Match {
    Row const* row = nullptr;
    std::vector<std::pair<std::string_view, std::string>> parts;
    bool path_known = false;  // some row has this path, with another method
};

// Compares the path part by part; {name} takes one whole part, percent-decoded.
Match match(http::Method, std::string_view path);

// How long a body a request with this head may have: longer only on rows that take files, from who brings a session or
// a token (whether it is a good one is found out when all is read).
std::size_t body_bytes_max_for(http::Request const& head);

// The row that shows a page, by its path as written in the table.
Row const* page_row(std::string_view path);

}  // namespace kith::app
