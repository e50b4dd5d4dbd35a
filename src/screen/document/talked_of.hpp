// Whose name everybody knows (lexicon/public_people.hpp): office, books, music, films, sport, stories. Writing of them
// tells nobody's secret. A list by hand, not a register: what it lacks is marked like any name.
#pragma once

#include <cstdint>
#include <string_view>

namespace kith::screen {

enum class Renown : std::uint8_t {
    none,
    among_books,  // a surname that many have: where books, theories and reviews are spoken of
    in_context,   // a name that many have: where books, music, films, sport or politics are spoken of
    one_word,     // by a single word; with a title it is anybody's ("Mrs Freud")
    everywhere,
};

// `name` by `word_hash` of its words in lower case, joined with `_`.
Renown renown_of(std::uint32_t name);

}  // namespace kith::screen
