// What is known of a word by itself: from lists of names and places, and from its letters.
//
// Section "names": `Slots` of words in lower case and a byte of facts for each. A word that
// is in no list is taken for a listed one now and then; so facts are hints, never a verdict.
// Section "words": a judgement of how a word looks from its runs of letters, for names that are in
// no list: 32 bits of how many bits choose a bucket, 12 bytes of nothing, then four weights of 8
// bits for each bucket. Damaged or absent sections know nothing.
#pragma once

#include <cstdint>
#include <string_view>

#include "screen/model.hpp"
#include "screen/tagger/slots.hpp"

namespace kith::screen::tagger {

// From the lists. Bits of the byte of facts.
struct Facts {
    std::uint8_t bits = 0;

    unsigned forename() const { return bits & 3U; }  // 0 no, 1 rare, 2 known, 3 many bear it
    unsigned surname() const { return bits >> 2 & 1U; }
    unsigned place() const { return bits >> 3 & 3U; }           // 0 no, 1 part of a name or a village, 2 town, 3 city
    bool common() const { return (bits >> 5 & 1U) != 0; }       // a word of the language
    bool nation() const { return (bits >> 6 & 1U) != 0; }       // a country or what its people are called
    bool often_small() const { return (bits >> 7 & 1U) != 0; }  // people write it in small letters day by day
};
constexpr std::uint8_t facts_byte(unsigned forename, bool surname, unsigned place, bool common, bool nation,
                                  bool often_small) {
    return static_cast<std::uint8_t>(forename | unsigned{surname} << 2 | place << 3 | unsigned{common} << 5 |
                                     unsigned{nation} << 6 | unsigned{often_small} << 7);
}

// How a word looks from its letters: what speaks for each, in some unit.
enum class Looks : std::uint8_t { common, forename, surname, place };
inline constexpr std::size_t looks_count = 4;
struct Guess {
    int votes[looks_count] = {};
};

constexpr std::uint32_t hash_of(std::string_view lower) {
    std::uint32_t hash = 0x811C9DC5U;
    for (char const c : lower) hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193U;
    return mix(hash);
}

// Calls `use` with the hash of each run of letters of a word in lower case that a guess is made from.
template <class Use>
void for_runs(std::string_view lower, Use use) {
    constexpr std::size_t run_min = 2, run_max = 5, letters_max = 24;
    constexpr std::uint32_t edge = 0x5E;
    std::uint32_t letters[letters_max + 2];
    std::size_t count = 0;
    letters[count++] = edge;
    for (char const c : lower.substr(0, letters_max)) letters[count++] = static_cast<unsigned char>(c);
    letters[count++] = edge;
    for (std::size_t start = 0; start < count; ++start) {
        std::uint32_t hash = 0x811C9DC5U;
        for (std::size_t n = 1; n <= run_max && start + n <= count; ++n) {
            hash = (hash ^ letters[start + n - 1]) * 0x01000193U;
            if (n >= run_min) use(mix(hash + static_cast<std::uint32_t>(n)));
        }
    }
}

class WordFacts {
public:
    static WordFacts read(Model const&);

    bool empty() const { return facts_ == nullptr && weights_ == nullptr; }
    // `hash` by `hash_of`.
    Facts facts(std::uint32_t hash) const;
    Guess guess(std::string_view lower) const;

private:
    Slots slots_;
    unsigned char const* facts_ = nullptr;
    signed char const* weights_ = nullptr;
    std::uint32_t mask_ = 0;
};

}  // namespace kith::screen::tagger
