// Turns of phrase that hurt, as they are written down. In a phrase: a|b is one of these words, P somebody other than
// the writer in up to four words ("that little lad", "him"), * up to three words of any kind, $ the end of a clause, ^
// in front the beginning of one.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "screen/tone/words.hpp"

namespace kith::screen::tone {

struct Written {
    Manner manner;
    std::uint8_t weight;
    std::string_view phrase;
};
extern std::span<Written const> const contemptuous_phrases, grave_phrases;

}  // namespace kith::screen::tone
