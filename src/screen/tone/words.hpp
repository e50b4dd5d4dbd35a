// The words and turns of phrase that tone is read from, and of what sort each is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace kith::screen::tone {

// Sorts of a word, as bits.
using Sorts = std::uint32_t;
namespace sort {
inline constexpr Sorts insult = 1U << 0,  // a noun for a person that is red: bastard
    mocking = 1U << 1,                    // one that is amber: idiot
    scornful = 1U << 2,                   // an adjective: stupid, pathetic
    faulting = 1U << 3,                   // one that may be a fair complaint about a manager: useless
    beast = 1U << 4,                      // an insult only as "she is a ...": snake
    slur = 1U << 5,                       // hurts a group, whoever is meant
    person = 1U << 6,                     // client, mum, social worker
    third = 1U << 7,                      // he, them
    you = 1U << 8, i = 1U << 9, me = 1U << 10, we = 1U << 11,
                       be = 1U << 12,  // is, looks, sounds
    thing = 1U << 13,                  // system, printer, policy
    boss = 1U << 14,                   // manager: faults may be named
    reports = 1U << 15,                // said, called
    not_ = 1U << 16,                   // not, never
    fond = 1U << 17,                   // love, legends
    filler = 1U << 18,                 // a, so, bloody: may stand between
    but = 1U << 19,                    // ends a clause
    asks = 1U << 20,                   // what, who
    condition = 1U << 21,              // adjectives of looks: fat, old; an insult only before one
    teasing = 1U << 22,                // may be said fondly to one's face: nutter
    doubtful = 1U << 23,               // a slur that is another word as well: only of a person
    kin = 1U << 24,                    // with `my` the writer's own family
    thinks = 1U << 25,                 // reports, when others do it
    determiner = 1U << 26,             // a, that, some
    sort_of_people = 1U << 27;         // means people whoever else is spoken of: scroungers
}  // namespace sort

Sorts sorts_of(std::uint32_t hash);

// What a turn of phrase is.
enum class Manner : std::uint8_t { contempt, insult, dehuman, threat, harassment, pester };

// One turn of phrase: items one after the other.
struct Item {
    enum class What : std::uint8_t { words, person, gap, end } what;
    std::vector<std::uint32_t> words;  // any of them
};
struct Phrase {
    Manner manner;
    std::uint8_t weight;  // of pestering: 2 are enough
    bool begins;          // only where a clause begins
    std::vector<Item> items;
    std::uint64_t
        goes_on;  // the words that may follow the first, as bits of their hashes (`bit_of`); all: anything may
};
constexpr std::uint64_t bit_of(std::uint32_t hash) { return std::uint64_t{1} << (hash >> 7 & 63U); }
inline constexpr std::uint64_t goes_on_with_anything = ~std::uint64_t{0};
// All phrases that begin with a word; made once.
std::span<Phrase const> phrases_from(std::uint32_t first_word);

inline constexpr std::size_t person_words_max = 4, gap_words_max = 3;

}  // namespace kith::screen::tone
