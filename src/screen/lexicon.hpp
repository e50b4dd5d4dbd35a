// The words that rules look for, each with what it speaks of. A word decides nothing:
// it makes a number nearby more likely to be what the word names, or it is one piece of
// what is told about somebody.
//
// `topics` say what a word means for its neighbours (numbers, dates, streets), `themes`
// what it tells of a person. Phrases stand in the same table, their words joined with
// `_` ("cerebral_palsy"). The table is made by the compiler from the lists in lexicon/.
#pragma once

#include <cstdint>
#include <string_view>

namespace kith::screen {

// What a word speaks of, as bits.
using Topics = std::uint64_t;
namespace topic {
inline constexpr Topics number = 1ULL << 0, nhs = 1ULL << 1, chi = 1ULL << 2, hsc = 1ULL << 3, phone = 1ULL << 4,
                        upn = 1ULL << 5, uln = 1ULL << 6, nino = 1ULL << 7, utr = 1ULL << 8, pnc = 1ULL << 9,
                        prison = 1ULL << 10, probation = 1ULL << 11, record = 1ULL << 12, court = 1ULL << 13,
                        register_ = 1ULL << 14, vehicle = 1ULL << 15, birth = 1ULL << 16, sort_code = 1ULL << 17,
                        account = 1ULL << 18, card = 1ULL << 19, passport = 1ULL << 20, driving = 1ULL << 21,
                        ssn = 1ULL << 22, itin = 1ULL << 23, medicare = 1ULL << 24, mrn = 1ULL << 25, npi = 1ULL << 26,
                        dea = 1ULL << 27, docket = 1ULL << 28, credential = 1ULL << 29, book = 1ULL << 30,
                        social = 1ULL << 31, month = 1ULL << 32, digit = 1ULL << 33, small_number = 1ULL << 34,
                        repeat = 1ULL << 35, pronoun = 1ULL << 36, time_unit = 1ULL << 37, street = 1ULL << 38,
                        institution = 1ULL << 39, organisation = 1ULL << 40, common = 1ULL << 41, when = 1ULL << 42,
                        where = 1ULL << 43, person = 1ULL << 44, ending = 1ULL << 45, police = 1ULL << 46,
                        license = 1ULL << 47, routing = 1ULL << 48, bound = 1ULL << 49, unit = 1ULL << 50,
                        generic = 1ULL << 51, immigration = 1ULL << 52, system = 1ULL << 53, care = 1ULL << 54,
                        schooling = 1ULL << 55, weekday = 1ULL << 56, phrase = 1ULL << 57, title = 1ULL << 58,
                        money = 1ULL << 59, street_first = 1ULL << 60, measure = 1ULL << 61, ordinal = 1ULL << 62,
                        net = 1ULL << 63;
}  // namespace topic

// What a word tells of a person, as bits.
using Themes = std::uint32_t;
namespace theme {
inline constexpr Themes health = 1U << 0, ethnicity = 1U << 1, language = 1U << 2, religion = 1U << 3,
                        occupation = 1U << 4, immigration = 1U << 5, event = 1U << 6, family = 1U << 7, kin = 1U << 8,
                        human = 1U << 9, season = 1U << 10, holiday = 1U << 11, near_day = 1U << 12,
                        relative_time = 1U << 13, be = 1U << 14, speak = 1U << 15, work = 1U << 16, news = 1U << 17,
                        child = 1U << 18, colour = 1U << 19, team = 1U << 20, common_health = 1U << 21,
                        common_event = 1U << 22, suffer = 1U << 23, whole_family = 1U << 24, rank = 1U << 25,
                        doubtful = 1U << 26, country = 1U << 27, only = 1U << 28, job_verb = 1U << 29, stage = 1U << 30,
                        part_of_decade = 1U << 31;
}  // namespace theme

struct Word {
    std::string_view text;  // in lower case
    Topics topics = 0;
    Themes themes = 0;
    int value = 0;  // the digit, small number or month that it names
};

// Never fails: an unknown word (0) speaks of nothing.
extern Word const* const words_known;
inline Word const& word_at(std::uint16_t place) { return words_known[place]; }
// A place in the table for `word_at`; 0 for an unknown word. `hash` by `word_hash`.
std::uint16_t look_up(std::string_view lower, std::uint32_t hash);
// Whether a phrase may begin with two words, by their hashes; now and then of two that begin none.
bool may_begin_phrase(std::uint32_t first, std::uint32_t second);

inline constexpr std::size_t phrase_words_max = 4;
inline constexpr std::size_t phrase_bytes_max = 40;

constexpr std::uint32_t word_hash_start = 2166136261U;
constexpr std::uint32_t word_hash_add(std::uint32_t hash, char c) {
    return (hash ^ static_cast<unsigned char>(c)) * 16777619U;
}
constexpr std::uint32_t word_hash(std::string_view text) {
    std::uint32_t hash = word_hash_start;
    for (char const c : text) hash = word_hash_add(hash, c);
    return hash;
}

}  // namespace kith::screen
