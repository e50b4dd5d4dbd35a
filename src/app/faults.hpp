// What went wrong, as HTTP and in words.
#pragma once

#include <string>

#include "base/error.hpp"
#include "platform/http/request.hpp"
#include "platform/http/response.hpp"
#include "platform/sql/database.hpp"

namespace kith::app {

int status_of(Kind);
// A sentence that says what to do. Never a detail of the program.
std::string words_for(Error const&);
// When the database or the program failed: plain text, or the JSON of an error where that was asked for; no template,
// nothing that could fail again.
http::Response plain_failure(http::Request const&, sql::Failure const&);
http::Response plain_failure(http::Request const&);

}  // namespace kith::app
