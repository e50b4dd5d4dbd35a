// The headers that every answer carries.
#pragma once

#include "platform/http/request.hpp"
#include "platform/http/response.hpp"

namespace kith::app {

// What runs under an answer's Content-Security-Policy.
enum class Runs {
    page,        // our script and our stylesheet; no WebAssembly
    app_worker,  // the app on a device: asks this place, and makes no markup
    worker,      // the check of drafts: WebAssembly, and no connection to anywhere
    nothing,     // a stylesheet, a font: no page by itself, and says only what concerns it
};

void add_security_headers(http::Request const&, http::Response&, Runs = Runs::page);

}  // namespace kith::app
