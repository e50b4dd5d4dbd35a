// What a finding tells about a person, worked out of its own words.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "screen/jigsaw/rates.hpp"
#include "screen/model.hpp"
#include "screen/screen.hpp"

namespace kith::screen {

struct Told {
    Class what;
    Slot slot;
    std::uint32_t key;
    // Of people whom it fits; for a place and an institution the number of people there.
    double share;
    bool population = false;
    bool exact = false;    // an age of a year, a day, a birth date
    bool telling = false;  // narrow enough to count among "three kinds of things"
    bool school = false, court = false;
    bool in_the_news = false;  // an event that people will have heard of
};

// Nothing when the words tell nothing that narrows ("the hospital", "siblings", "England").
std::optional<Told> told_by(Class, std::string_view words, Model const&, Settings const&);
// Of an earlier text.
Told told_before(Piece const&);
Piece piece_of(Told const&);

// A share above this fits too many to count as a piece of its own.
inline constexpr double telling_share_max = 0.13, share_of_nothing = 0.7;
inline constexpr double population_telling_max = 1'600'000;  // larger ones are regions

}  // namespace kith::screen
