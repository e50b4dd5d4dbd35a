// The head of an answer: status line, Date, the handler's own fields, framing.
#pragma once

#include <string>
#include <string_view>

#include "platform/http/response.hpp"
#include "platform/net/framing.hpp"

namespace kith::net {

enum class BodyIs { sent, left_out };  // left_out: HEAD

struct ReplyRules {
    After after = After::keep;
    Version version = Version::http_1_1;
    BodyIs body = BodyIs::sent;
};

// Empty when a field of the response could not be sent without breaking the framing.
// The length of the body is said whether it is sent or not; with `events` there is none.
std::string head_of(http::Response const&, ReplyRules);

// True for the statuses that never have a body.
constexpr bool is_bodiless(int status) { return status == 204 || status == 304 || (status >= 100 && status < 200); }

// A complete answer without a handler: the status, a sentence where `why` has one, and the connection's end or not.
http::Response plain_reply(int status, Why why = Why::by_status);

}  // namespace kith::net
