#include "domain/search/query.hpp"

#include "base/text.hpp"
#include "base/words.hpp"
#include "domain/search/search.hpp"

namespace kith::search {

namespace {

using sql::TextQuery;
using Form = TextQuery::Form;

// A quotation mark, straight or curled, and its bytes; 0 where there is none.
std::size_t quote_at(std::string_view text, std::size_t at) {
    if (text[at] == '"') return 1;
    for (std::string_view const mark : {"\u201C", "\u201D", "\u201E", "\u00AB", "\u00BB"})
        if (text.substr(at).starts_with(mark)) return mark.size();
    return 0;
}

struct Piece {
    std::string_view text;
    bool quoted;
    bool closed;  // something stands after it
};

// The text cut at its quotation marks; one that is not closed quotes to the end.
std::vector<Piece> pieces_of(std::string_view text) {
    std::vector<Piece> pieces;
    bool quoted = false;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        auto const mark = quote_at(text, at);
        if (mark == 0) {
            ++at;
            continue;
        }
        pieces.push_back({text.substr(begin, at - begin), quoted, true});
        quoted = !quoted;
        begin = at += mark;
    }
    pieces.push_back({text.substr(begin), quoted, false});
    return pieces;
}

bool may_go_on(Piece const& piece, words::Word const& word) {
    return !piece.quoted && !piece.closed && word.end == piece.text.size() &&
           text::characters(word.plain) >= beginning_characters_min;
}

}  // namespace

std::vector<TextQuery::Term> read_query(std::string_view typed) {
    std::vector<TextQuery::Term> terms;
    std::size_t count = 0;
    for (auto const& piece : pieces_of(typed)) {
        words::Reader reader{piece.text};
        words::Word word;
        std::vector<std::string> phrase;
        while (count < search_words_max && reader.next(word)) {
            ++count;
            if (piece.quoted)
                phrase.push_back(word.plain);
            else
                terms.push_back({may_go_on(piece, word) ? Form::beginning : Form::any_form, {word.plain}});
        }
        if (!phrase.empty()) terms.push_back({Form::phrase, std::move(phrase)});
    }
    return terms;
}

}  // namespace kith::search
