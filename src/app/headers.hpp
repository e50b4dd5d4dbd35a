// The headers that every answer carries.
#pragma once

#include "platform/http/request.hpp"
#include "platform/http/response.hpp"

namespace kith::app {

void add_security_headers(http::Request const&, http::Response&);

}  // namespace kith::app
