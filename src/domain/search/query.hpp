// What somebody typed, as what the index is asked.
//
// Words must all be there, in any form of theirs; what stands in quotes as it is, one after the other; the last
// word may be a beginning, while it is not followed by a space. Anything else parts words: no text that can be typed
// is wrong, and an empty list means that there was no word in it.
#pragma once

#include <string_view>
#include <vector>

#include "platform/sql/text_search.hpp"

namespace kith::search {

std::vector<sql::TextQuery::Term> read_query(std::string_view typed);

}  // namespace kith::search
