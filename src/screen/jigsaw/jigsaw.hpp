// How many people do all things told in a text fit, taken together? An estimate: the population of the
// place times the share of each thing told, with less weight for what goes together anyway (combine.hpp).
//
// Only what is told of somebody other than the writer counts, where that can be told (subjects.hpp): "I am
// 34 and tired" is no client. Red also where a rule of the Family Court's checklist on anonymised judgments
// holds (Brophy 2016: the date of a hearing with the court, a school with an age, an event in the news with
// its place or date, a birth date).
#pragma once

#include <span>
#include <string_view>

#include "screen/model.hpp"
#include "screen/screen.hpp"

namespace kith::screen {

// `text` as given to `screen`; `findings` of it, in order. `Jigsaw::pieces` are their places. Time is in
// proportion to both. Long texts are read in stretches of about `jigsaw_stretch` bytes, for they speak
// of many people; the gravest stretch is answered.
Jigsaw estimate(std::string_view text, std::span<Finding const> findings, Model const&, Settings const&);

inline constexpr std::size_t jigsaw_stretch = 4000;

// Whom a text can be about when it names no place: the readers know about where the writer works. A local authority
// in England and Wales has about 190,000 people in the middle of them (ONS 2021: 331 of them); a district that
// readers share with the writer about half; and an employer's own readers know whom it works with.
inline constexpr double population_unsaid = 190'000, population_of_district = 90'000, population_of_employer = 12'000;

}  // namespace kith::screen
