// How well a text fits what was asked for, from the text alone: the same on both databases, and nothing that
// others wrote moves it.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "platform/sql/text_search.hpp"

namespace kith::search {

// Where words that were asked for stand in a text, in bytes, in order; of a phrase each of its words.
struct Hit {
    std::size_t begin, end;
    std::size_t term;   // which of the terms
    std::size_t place;  // the how manieth word of the text
};
std::vector<Hit> hits_in(std::string_view text, std::span<sql::TextQuery::Term const>);

// Greater is better: how often each term stands in it for its length, and how close together they come.
std::int64_t score_of(std::string_view text, std::span<sql::TextQuery::Term const>);

}  // namespace kith::search
