// Search by words, the same on both engines: an index, made by a migration, and what a statement asks it.
//
// The index. A migration says it in four words that SQL does not have, each at the beginning of a line:
//
//   CREATE TEXT INDEX;
//       once: the tables findables (number, thing_id, circle_id, left_out) and found_words (rowid, words).
//   CREATE TEXT INDEX ON posts (id, group_id, body);
//       from here on the words of each row of posts are in the index, those that are there already too. The first
//       column is the row's id, ordered by time; the second its circle, within which alone its words are looked
//       for; the third the text.
//   LEAVE OUT OF TEXT INDEX posts (id, group_id, body) WHILE hidings (post_id);
//       a row's words are not in the index while a row of hidings has its id.
//
// The engine keeps it, by triggers: whatever writes, changes, hides or deletes a row, no code needs to think of the
// index, and what is withdrawn or deleted is out of it with the same commit.
//
// Every word stands in the index behind the id of its circle. To look for a word in one circle is one search for
// that word there, and costs the same whether others outside use it or not.
//
// A statement asks so, on both engines:
//
//   SELECT findables.number FROM found_words CROSS JOIN findables
//   WHERE found_words.words MATCH $1 AND found_words.rowid < $2 AND findables.number = found_words.rowid
//   ORDER BY found_words.rowid DESC LIMIT $3
//
// with what Transaction::text_expression makes of a TextQuery as $1. Numbers grow with time: newest first is the
// order of the index, and the number is the key to go on from.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"

namespace kith::sql {

// What must all be in a text. Words are plain ones (base/words.hpp): letters and digits alone.
struct TextQuery {
    enum class Form {
        any_form,   // one word, also in other forms: "caring" finds "cared"
        beginning,  // one word that may go on: "safeg" finds "safeguarding"
        phrase,     // these words as they are, one after the other
    };
    struct Term {
        Form form;
        std::vector<std::string> words;
    };
    std::vector<Term> terms;       // none: every text of the circles
    std::vector<IdBytes> circles;  // none: nothing is found
};

// How an engine writes what is asked for.
struct TextSyntax {
    std::string_view quote, go_on, both, either, phrase_begin, phrase_between, phrase_end;
    std::string_view nothing;  // what no text fits
    bool quotes_each_word;     // or the phrase as a whole
};

std::string text_expression(TextQuery const&, TextSyntax const&);

// The parts of one of the four words, as names: "posts", "id", "group_id", "body", "hidings", "post_id".
struct TextIndexWords {
    enum class What { make, index, leave_out } what;
    std::vector<std::string_view> names;
};
// A script with each of the words replaced by what `write` makes of it. Throws Failure where one is not whole.
std::string with_text_indexes(std::string_view script, std::string (*write)(TextIndexWords const&));
// The words of a script, in their order.
std::vector<TextIndexWords> text_indexes_in(std::string_view script);

}  // namespace kith::sql
