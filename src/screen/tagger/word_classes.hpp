// Small families of words that stand around names: titles, kin, words for clients and for
// colleagues, words of saying, heads of institutions. Apart from the lexicon of the rules, because
// what the tagger has learnt holds only for the very lists it has learnt with: a change here
// asks for training anew.
#pragma once

#include <cstdint>

namespace kith::screen::tagger {

enum class Family : std::uint8_t {
    none,
    title,        // mr, dr
    kin,          // mum, brother
    client,       // client, patient, resident
    colleague,    // manager, supervisor, solicitor
    person,       // girl, lad, woman
    naming,       // called, named, nickname
    saying,       // said, told
    nearness,     // in, near: before a place
    dwelling,     // lives, moved
    institution,  // school, hospital
    company,      // ltd, council
    street,       // road, avenue
    month,
    weekday,
    amount,  // two, hundred, pounds
    pronoun,
    being,    // is, was, has
    joining,  // and, with
    article,
    link,  // van, de, bin: within names
};

// `hash` by `hash_of` of the word in lower case.
Family family_of(std::uint32_t hash);

}  // namespace kith::screen::tagger
