// The stylesheet, the script, the font: embedded, compressed beforehand, kept by browsers for ever.
#pragma once

#include <optional>

#include "platform/http/request.hpp"
#include "platform/http/response.hpp"

namespace kith::app {

// The answer when the path is one of an asset.
std::optional<http::Response> find_asset(http::Request const&);

}  // namespace kith::app
