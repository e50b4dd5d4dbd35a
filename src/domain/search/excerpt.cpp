#include "domain/search/excerpt.hpp"

#include <algorithm>

#include "domain/search/rank.hpp"
#include "domain/search/search.hpp"

namespace kith::search {

namespace {

bool begins_character(std::string_view text, std::size_t at) {
    return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

struct Window {
    std::size_t begin, end;
};

// Grows from the hits to the length of an excerpt, and then to ends of words where there are any near.
Window window_around(std::string_view text, std::vector<Hit> const& hits) {
    constexpr std::size_t before = excerpt_characters_max / 4;
    constexpr std::size_t near = 24;  // bytes to an end of a word
    std::size_t begin = hits.empty() || hits.front().begin < before * 2 ? 0 : hits.front().begin - before;
    if (begin > 0) {
        auto const space = text.find(' ', begin);
        if (space < begin + near && space < hits.front().begin) begin = space + 1;
        while (!begins_character(text, begin)) ++begin;
    }
    std::size_t end = begin;
    for (std::size_t count = 0; end < text.size() && count < excerpt_characters_max; ++count) do
            ++end;
        while (!begins_character(text, end));
    if (end < text.size()) {
        auto const space = text.rfind(' ', end);
        if (space != text.npos && space + near > end && space > begin) end = space;
    }
    return {begin, end};
}

void add_piece(html::View::List& pieces, std::string_view words, bool marked) {
    if (words.empty()) return;
    html::View piece;
    piece.text("words", std::string{words}).flag("marked", marked);
    pieces.push_back(std::move(piece));
}

}  // namespace

html::View::List excerpt(std::string_view text, std::span<sql::TextQuery::Term const> terms) {
    auto const hits = hits_in(text, terms);
    auto const window = window_around(text, hits);
    html::View::List pieces;
    if (window.begin > 0) add_piece(pieces, "… ", false);
    auto at = window.begin;
    for (auto const& hit : hits) {
        if (hit.begin < at || hit.end > window.end) continue;
        add_piece(pieces, text.substr(at, hit.begin - at), false);
        add_piece(pieces, text.substr(hit.begin, hit.end - hit.begin), true);
        at = hit.end;
    }
    add_piece(pieces, text.substr(at, window.end - at), false);
    if (window.end < text.size()) add_piece(pieces, " …", false);
    return pieces;
}

}  // namespace kith::search
