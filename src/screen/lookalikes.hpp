// What single characters become when a text is made plain (normalise.hpp).
#pragma once

#include <cstddef>
#include <string_view>

namespace kith::screen {

// One character of UTF-8 at the beginning of `text`, which is not empty. size 1 and `broken` for a byte that begins
// none.
struct Character {
    char32_t code;
    std::size_t size;
    bool broken;
};
Character first_character(std::string_view text);

enum class Fold : unsigned char {
    keep,     // a letter that stays as it is
    become,   // one ASCII character
    vanish,   // nothing
    mark,     // nothing, but it belongs to the character before
    if_word,  // a Cyrillic or Greek letter that looks like a Latin one: only in a word of such letters alone
    foreign,  // a Cyrillic or Greek letter that looks like none
};
struct Plain {
    Fold fold;
    char ascii;
};
Plain plain_of(char32_t);

// The same letter in lower case, where both take two bytes of UTF-8; else itself.
char32_t lower_of(char32_t);

}  // namespace kith::screen
