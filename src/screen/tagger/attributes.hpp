// What a token is, as numbers worked out once for each token of a text, from which the tagger's
// features are made: the word, its shape, its affixes, what lists and letters say of it, and what the
// rest of the text says of the same word.
#pragma once

#include <cstdint>
#include <vector>

#include "screen/normalise.hpp"
#include "screen/tagger/word_classes.hpp"
#include "screen/tagger/word_facts.hpp"
#include "screen/tokens.hpp"

namespace kith::screen {

class WordMemory;  // word_memory.hpp

namespace tagger {

class Evidence;  // evidence.hpp

// How a text uses capitals: where nobody writes any, a small letter says nothing.
enum class Capitals : std::uint8_t { usual, none, only };
// What kind of text it is, roughly. Not by capitals: the same text in lower case is of the same kind.
enum class Style : std::uint8_t { brief, personal, report };
struct Manner {
    Capitals capitals = Capitals::usual;
    Style style = Style::brief;
};

// How a word is written.
enum class Letters : std::uint8_t { none, lower, title, upper, single, mixed };

// What the affixes and the evidence of a word hold.
enum class Affix : std::uint8_t { front, end };
constexpr std::uint32_t affix_of(std::string_view letters, Affix which) {
    return both(hash_of(letters), static_cast<std::uint32_t>(letters.size()) + (which == Affix::end ? 8U : 0U));
}
inline constexpr std::size_t end_of_two = 3, end_of_three = 4;  // places among a word's affixes

// Of `looks`: by its letters rather a common word than a name.
constexpr std::uint8_t looks_as_name = 7, looks_even = 3;
constexpr bool looks_common(std::uint8_t looks) { return (looks & looks_as_name) < looks_even; }

struct Attributes {
    std::uint32_t word = 0;         // digits of a number stand for how many there are
    std::uint32_t shape = 0;        // letters, capitals of the text, beginning of a sentence
    std::uint32_t affixes[6] = {};  // 2 to 4 letters of its front, 2 to 4 of its end
    std::uint16_t facts = 0;        // from the lists; with its `s` taken off where that tells more
    std::uint8_t looks = 0;         // from its letters, in coarse steps
    Family family = Family::none;
    Letters letters = Letters::none;
    std::uint8_t evidence = 0;  // of the same word elsewhere in the text
    bool sentence_start = false;
    bool in_handle = false;  // @somebody: not the tagger's
    Shape form = Shape::sign;
    std::uint32_t kept_at = 0;  // in the memory of words
    std::uint64_t kept_id = 0;  // 0: not kept there
    std::uint64_t kind = 0;     // all of the above but the word itself, exactly

    bool is_word() const { return form == Shape::word; }
};

// Of `kind` the form, the facts and the family.
inline constexpr std::uint64_t form_of_kind = 0xFFFFFFULL | 0x1FFULL << 24 | 0x1FULL << 45;

struct Attributed {
    Manner manner;
    std::vector<Attributes> tokens;  // one for each token
};

// With a memory, of `known` alone, words that have come before are not worked out anew.
Attributed attributes_of(Folded const&, std::vector<Token> const&, WordFacts const&, WordMemory* = nullptr);
// The same into room that is there already.
void attributes_of(Folded const&, std::vector<Token> const&, WordFacts const&, WordMemory*, Evidence&, Attributed&);

}  // namespace tagger

}  // namespace kith::screen
