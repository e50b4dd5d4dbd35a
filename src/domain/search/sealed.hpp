// A question as a part of an address that nobody can read but the session that asked.
#pragma once

#include <optional>
#include <string>
#include <utility>

#include "domain/search/search.hpp"
#include "platform/http/request.hpp"

namespace kith::search {

// "/search/…". Of the same question each time another one.
std::string address_of(http::Request const&, Question const&, SearchPlace const&);
// Nothing where another session sealed it, or nobody.
std::optional<std::pair<Question, SearchPlace>> question_from(http::Request const&, std::string_view sealed);

}  // namespace kith::search
