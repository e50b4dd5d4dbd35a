// The words that rules look for, each with what it speaks of. A word decides nothing:
// it makes a number nearby more likely to be what the word names.
//
// Looked up once for each word of a text, in a table made by the compiler.
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
                        repeat = 1ULL << 35, child = 1ULL << 36, together = 1ULL << 37, street = 1ULL << 38,
                        institution = 1ULL << 39, organisation = 1ULL << 40, common = 1ULL << 41, when = 1ULL << 42,
                        where = 1ULL << 43, person = 1ULL << 44, ending = 1ULL << 45, police = 1ULL << 46,
                        license = 1ULL << 47, routing = 1ULL << 48, bound = 1ULL << 49, unit = 1ULL << 50,
                        generic = 1ULL << 51, immigration = 1ULL << 52, system = 1ULL << 53, care = 1ULL << 54,
                        schooling = 1ULL << 55, weekday = 1ULL << 56;
}  // namespace topic

struct Word {
    std::string_view text;  // in lower case
    Topics topics;
    int value = 0;  // the digit, small number or month that it names
};

// Never null: an unknown word speaks of nothing.
Word const& word_at(std::uint16_t);
// A place in the table for `word_at`; 0 for an unknown word. `hash` by `word_hash`.
std::uint16_t look_up(std::string_view lower, std::uint32_t hash);

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
