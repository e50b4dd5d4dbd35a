// The words of a text, as search knows them: in small letters, without accents, with the stem beside.
//
// A word is a run of letters and digits; an apostrophe inside one is left out ("don't" is "dont", "Ada's" is "ada").
// Stems are those of Porter's algorithm (M. F. Porter, "An algorithm for suffix stripping", 1980), which both
// databases' own stemmers know too, and are made of words in a–z alone. The same text has the same words
// everywhere: the index of SQLite is made by this code, that of PostgreSQL by SQL that is written from the tables
// here (platform/sql/postgres/text_search.cpp), and a test compares them.
//
// Any bytes may be given; what is not UTF-8 parts words.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace kith::words {

inline constexpr std::size_t word_characters_max = 40;  // longer ones are known by their beginning
inline constexpr std::size_t words_of_text_max = 12'000;

struct Word {
    std::string plain;      // folded: "safeguarding"
    std::size_t begin = 0;  // where it stands in the text, in bytes
    std::size_t end = 0;
};

class Reader {
public:
    explicit Reader(std::string_view text) : text_{text} {}
    // False at the end of the text.
    bool next(Word&);

private:
    std::string_view text_;
    std::size_t at_ = 0;
};

// Of a plain word: "safeguard".
std::string stem(std::string_view plain);

// What folding makes of a character: another text, or nothing at all.
struct Folded {
    char32_t character;
    std::string_view into;
};
std::span<Folded const> folded_characters();
// Beyond ASCII, what parts words: both ends belong to it.
struct Parting {
    char32_t first, last;
};
std::span<Parting const> parting_ranges();

}  // namespace kith::words
