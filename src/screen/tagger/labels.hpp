// What the tagger takes a token for.
#pragma once

#include <cstddef>
#include <cstdint>

namespace kith::screen::tagger {

enum class Label : std::uint8_t {
    other,
    person,
    place,
    organisation,  // institutions too: which of both it is, its own words say (spans.cpp)
    date,
    quantity,
    code,
    demographic,  // nationality, occupation, age, faith, health
    various,      // what else would be known of one person or event
    everyones,    // a country, a government, a court of all: named, and leads to nobody
};
inline constexpr std::size_t label_count = 10;

// A set of labels as bits.
using Labels = std::uint16_t;
constexpr Labels only(Label label) { return static_cast<Labels>(1U << static_cast<unsigned>(label)); }
inline constexpr Labels any_label = (1U << label_count) - 1;

}  // namespace kith::screen::tagger
