// Words beside a name that say whose it is.
#pragma once

#include <cstdint>
#include <string_view>

#include "screen/tokens.hpp"

namespace kith::screen {

// Of what a word speaks, as bits.
using Beside = std::uint16_t;
namespace beside {
inline constexpr Beside clients = 1U << 0,  // client, lad, mum
    colleagues = 1U << 1,                   // manager, supervisor
    pets = 1U << 2,
                        books = 1U << 3,  // theory, inquiry, reading
    works = 1U << 4,                      // novel, film, album: made for all to read, hear or see
    stages = 1U << 5,                     // striker, election: where one is in public; nothing one says of a client
    office = 1U << 6,                     // who stands in front of such a name: president, pope, singer
    named_for = 1U << 7,                  // what is named for somebody: a syndrome, a hierarchy
    games = 1U << 8,    // sport, screens, politics, cooking, machines, also where clients are spoken of
    cases = 1U << 9,    // the work: visit, placement, hearing
    doings = 1U << 10;  // what is said of those one works with: rang, fell, excluded
}  // namespace beside

// `word` in lower case.
Beside beside_of(std::string_view word);

// A match, a film, an election, and not a word of the work: whoever is named there is nobody one works with. Never of
// long texts, which speak of many things.
enum class PublicTalk : std::uint8_t { none, perhaps, sure };  // by one word, by several
PublicTalk public_talk_of(Reader const&);

}  // namespace kith::screen
