#include "app/faults.hpp"

#include "platform/html/view.hpp"

namespace kith::app {

int status_of(Kind kind) {
    switch (kind) {
        case Kind::not_found: return 404;
        case Kind::forbidden: return 403;
        case Kind::unconfirmed: return 403;
        case Kind::invalid: return 422;
        case Kind::conflict: return 409;
        case Kind::too_many: return 429;
        case Kind::unavailable: return 503;
        case Kind::full: return 507;
    }
    return 500;
}

std::string words_for(Error const& error) {
    if (!error.message.empty()) return error.message;
    switch (error.kind) {
        case Kind::not_found: return "This page is not here.";
        case Kind::forbidden: return "You cannot do this.";
        case Kind::unconfirmed: return "Show first that it is you. Then send this again.";
        case Kind::invalid: return "Something needs mending before this can be sent.";
        case Kind::conflict: return "This has changed since you opened it.";
        case Kind::too_many: return "That was a lot at once. Wait a moment and try again.";
        case Kind::unavailable: return "This cannot be done right now. Try again in a moment.";
        case Kind::full:
            return "The server's disk is full, so this was not sent. What you wrote is still in the form. Tell whoever "
                   "runs this place, and send it again later.";
    }
    return {};
}

namespace {

// To a program what every error says to one (page.cpp): a message and no faults.
http::Response plain(http::Request const& request, int status, std::string words) {
    http::Response response;
    response.status = status;
    html::View view;
    view.text("message", words).list("faults", {});
    bool const json = request.wants_json();
    response.body = json ? view.json() : std::move(words) + "\n";
    response.with("Content-Type", json ? "application/json" : "text/plain; charset=utf-8");
    response.with("Cache-Control", "private, no-store");
    return response;
}

}  // namespace

http::Response plain_failure(http::Request const& request, sql::Failure const& failure) {
    switch (failure.kind()) {
        case sql::Failure::Kind::full:
            return plain(request, 507,
                         "The server's disk is full, so this was not kept. Go back: your words are still in the "
                         "form. Tell whoever runs this place.");
        case sql::Failure::Kind::busy: {
            auto response = plain(request, 503, "The server is busy, so this was not kept. Go back and try again.");
            response.with("Retry-After", "2");
            return response;
        }
        case sql::Failure::Kind::broken: break;
    }
    return plain(request, 503, "The server cannot reach its records right now. Go back and try again in a minute.");
}

http::Response plain_failure(http::Request const& request) {
    return plain(request, 500,
                 "Something went wrong on the server. Go back and try again; if it stays, tell whoever runs this "
                 "place.");
}

}  // namespace kith::app
