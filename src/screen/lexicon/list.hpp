// How the lists of words are written down: words apart by spaces or line ends, a phrase's words joined with `_`,
// a word's value behind `=`. A word may stand in several lists; it then speaks of all of it.
#pragma once

#include <span>
#include <string_view>

#include "screen/lexicon.hpp"

namespace kith::screen::lexicon {

struct List {
    Topics topics;
    Themes themes;
    std::string_view words;
};

}  // namespace kith::screen::lexicon
