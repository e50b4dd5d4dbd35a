// A piece of a text around what was looked for, with the words marked.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "platform/html/view.hpp"
#include "platform/sql/text_search.hpp"

namespace kith::search {

// Pieces one after the other, each with "words" and whether it is "marked". Plain text: the template escapes it.
html::View::List excerpt(std::string_view text, std::span<sql::TextQuery::Term const>);

}  // namespace kith::search
