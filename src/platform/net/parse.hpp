// A scanned head (net/framing.hpp) into an http::Request, by Beast's parser.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "platform/http/request.hpp"
#include "platform/net/framing.hpp"

namespace kith::net {

struct Head {
    Version version = Version::http_1_1;
    std::string_view method_name;  // views of the bytes that were parsed
    std::string_view target;
};

// Fills method, path, query and headers of `request`. Nothing when Beast will not have it: a 400.
std::optional<Head> parse_head(std::string_view head, http::Request& request);

}  // namespace kith::net
