// All pieces taken together: how many people, and how much cause for a second look.
//
// people = the smallest population told (a place, a school; else population_unsaid) x the shares of all else.
// What goes together anyway weighs less: of one slot the rarest counts whole and the others by their square
// root (of origins by less); of the slots the three rarest count whole, the fourth and on by a power below one.
// (Whoever is looked after is more likely to be disabled as well: three independent rarities are as many as one should
// multiply.)
#pragma once

#include <cstddef>
#include <optional>
#include <span>

#include "screen/jigsaw/pieces.hpp"

namespace kith::screen {

// Rules that make a text red whatever the numbers.
enum class Rule : std::uint8_t { none, hearing, school_year, news, birth_date, judgment };

struct Around {
    // Such words stand near; `only`: one of its kind; `news`: people will have heard of it.
    bool hearing = false, news = false, sex = false, only = false;
};

struct Combined {
    double people = 0;
    Danger danger = Danger::none;
    Rule rule = Rule::none;
    std::size_t kinds = 0;  // of telling pieces
    bool has_place = false;
};

double people_of(std::span<Told const> pieces, Settings const&);
Combined combine(std::span<Told const> pieces, Around, Settings const&);

// The piece, of the first `own`, whose broadening raises the estimate most or undoes the rule;
// `after` is the estimate then.
struct Broadened {
    std::size_t piece;
    double after;
};
std::optional<Broadened> broaden_first(std::span<Told const> pieces, std::size_t own, Rule, Settings const&);

}  // namespace kith::screen
