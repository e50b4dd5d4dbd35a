// How common what is told about a person is: the share of people whom it fits, by the words that tell it.
//
// Shares are of all people who live in a place, in Britain unless said otherwise, and rough: an estimate
// within a factor of two is good enough to tell six people from six hundred. Where each comes from is said
// beside it in the tables (rates_*.cpp), with its year.
//
// A word may be told in many forms; the tables hold words in lower case without apostrophes, a phrase's
// words joined with `_`, and a plural in s is looked up without its s.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "screen/screen.hpp"

namespace kith::screen {

// What a piece tells, in the sense of "three kinds of pieces come together": ethnicity, faith, language
// and how somebody came here count once, for they go together.
enum class Slot : std::uint8_t { place, age, family, origin, health, work, institution, event, link };
inline constexpr std::size_t slot_count = static_cast<std::size_t>(Slot::link) + 1;

struct Rates {
    Slot slot;
    double share;
    std::string_view words;
};
extern std::span<Rates const> const health_rates, origin_rates, family_rates, work_rates, event_rates;

struct Rate {
    Slot slot;
    double share;
    std::uint32_t key;  // of the words that were found
};

// The rarest of what `words` (already plain: see plain_words.hpp) tell; nothing when no table has any of them.
// `also` gets the product of all others' shares, 1 when there are none.
struct Rarest {
    Rate rate;
    double also = 1;
};
std::optional<Rarest> rarest_of(std::span<std::string_view const> words, std::optional<Slot> only = std::nullopt);

// Of which kinds phrases of the tables may begin with a word; now and then a kind of which none does.
struct PhraseKinds {
    std::uint16_t bits = 0;

    bool any() const { return bits != 0; }
    bool has(Slot slot) const { return (bits >> static_cast<unsigned>(slot) & 1U) != 0; }
};
// `hash` by `hash_on`.
PhraseKinds phrases_from(std::string_view plain_word, std::uint32_t hash);

// Of what no table names.
double usual_share(Class);
Slot slot_of(Class);

// Shares of the numbers that are worked out (ages.cpp, pieces.cpp).
double share_of_age(int years);
double share_of_children(int count);

}  // namespace kith::screen
