// The words that say of whom a text speaks (subjects.hpp), each with its sorts.
#pragma once

#include <cstdint>

namespace kith::screen::subject {

enum Sort : std::uint32_t {
    noun = 1U << 0,       // somebody else, whoever says it: client, lad
    kin = 1U << 1,        // mum, son: whose, the words before tell
    pronoun = 1U << 2,    // he, she
    i = 1U << 3,          // I
    im = 1U << 4,         // I'm
    am = 1U << 5,         // am, was: makes the I before it speak of the writer
    have = 1U << 6,       // the same, unless "a lad" follows
    my = 1U << 7,         // my, our
    self = 1U << 8,       // me, myself
    turns = 1U << 9,      // "I'm worried about": what follows is not the writer
    stops = 1U << 10,     // ends the words that belong to one "my"
    counts = 1U << 11,    // a, one: "I have a lad" is not of the writer
    definite = 1U << 12,  // the: "I'm tired, the mum ..." is not of the writer
    may_be_i = 1U << 13,  // a noun that one says of oneself: survivor
    hearing = 1U << 14,
    news = 1U << 15,
    sex = 1U << 16,
    work = 1U << 17,       // somebody at work speaks: caseload
    addressed = 1U << 18,  // you, everyone
    heard = 1U << 19,      // know, seen: "you'll have seen it"
    only = 1U << 20,       // "the only one"
    general = 1U << 21,    // speaks of many: training, families
    year = 1U << 22,
    old = 1U << 23,      // "my six year old"
    printed = 1U << 24,  // "in the papers"
};

// By hash_on of the word in lower case, without its apostrophe; 0 for other words.
std::uint32_t sorts_of(std::uint32_t hash);

}  // namespace kith::screen::subject
