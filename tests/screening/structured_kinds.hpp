// The kinds of made-up identifiers: how each is drawn, and the sentences that it may stand in.
#pragma once

#include <initializer_list>

#include "screening/structured.hpp"

namespace kith::structured {

// How a kind is made and the sentences that it may stand in; $ is where.
struct Kind {
    std::string_view name;
    screen::Class what;
    std::string (*make)(Dice&);
    std::vector<std::string_view> sentences;
    bool in_digits = false;  // may be spelled in words
};

std::vector<Kind> const& kinds();

// Draws until a check agrees.
template <typename Make, typename Fits>
std::string until(Make make, Fits fits) {
    for (;;)
        if (auto text = make(); fits(text)) return text;
}

// A number under 100 in two digits.
std::string two(std::size_t value);
Case place(std::string_view sentence, std::string_view identifier, Kind const&);

}  // namespace kith::structured
