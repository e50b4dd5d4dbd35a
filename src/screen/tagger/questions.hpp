// The questions that are asked of a token and its neighbours, in groups by what they ask about: so that the answers
// about what comes again and again, a word or two kinds of words side by side, need be looked up once (memory.hpp).
//
// The number of a question and the order of what it asks about are part of what was learnt: another order is another
// model. Each function calls `answer(number, hash)` once for each question.
#pragma once

#include <cstddef>
#include <cstdint>

#include "screen/tagger/attributes.hpp"
#include "screen/tagger/slots.hpp"

namespace kith::screen::tagger {

template <class... More>
constexpr std::uint32_t answer_of(std::uint32_t number, std::uint32_t first, More... more) {
    std::uint32_t hash = both(number * 0x9E37U, first);
    ((hash = both(hash, static_cast<std::uint32_t>(more))), ...);
    return mix(hash);
}

// The neighbours of a token that questions are asked of.
struct Around {
    Attributes const *w3, *w2, *w1, *w0, *n1, *n2, *n3;  // as they stand
    Attributes const *p1, *p2, *f1;                      // the words before and after, signs between left out
    std::uint32_t families_before;                       // of the five before, as bits
};

// Of the token by itself, with what the rest of the text says of the same word.
template <class Answer>
void ask_of_word(Attributes const& w, Manner manner, Answer answer) {
    auto const style = static_cast<std::uint32_t>(manner.style);
    std::uint32_t const facts = w.facts, looks = w.looks, kind = w.shape, evidence = w.evidence;
    answer(1, answer_of(1, static_cast<std::uint32_t>(manner.capitals) + 4 * style));
    answer(2, answer_of(2, w.word));
    answer(3, answer_of(3, w.word, style));
    answer(4, answer_of(4, w.word, kind));
    answer(20, answer_of(20, kind, style));
    answer(28, answer_of(28, facts, kind));
    answer(29, answer_of(29, facts, kind, style));
    answer(39, answer_of(39, looks, kind));
    answer(40, answer_of(40, looks, facts, kind));
    answer(55, answer_of(55, evidence, kind));
    answer(57, answer_of(57, evidence, facts, kind));
    answer(58, answer_of(58, evidence, looks, kind));
    if (!w.is_word()) return;
    constexpr std::uint32_t first_affix = 60, last_question = 66;
    for (std::uint32_t n = 0; n < std::size(w.affixes); ++n)
        if (w.affixes[n] != 0)
            answer(first_affix + n,
                   answer_of(first_affix + n, w.affixes[n], manner.capitals == Capitals::none ? 1U : 0U));
    answer(last_question, answer_of(last_question, w.affixes[4], kind));
}

// A word by itself as a neighbour of other tokens: where it stands, seen from the token asked about.
inline constexpr std::ptrdiff_t places_around[] = {-1, 1, -2, 2, -3, 3};
inline constexpr std::size_t places_count = std::size(places_around);
constexpr std::uint32_t neighbour_answer(std::size_t place, std::uint32_t word) {
    return answer_of(static_cast<std::uint32_t>(5 + place), word);
}

// Of the token by form, lists and family, and by the same of what stands right before it; and right after it.
template <class Answer>
void ask_of_forms_before(Attributes const& w, Attributes const& before, Answer answer) {
    std::uint32_t const kind = w.shape;
    answer(21, answer_of(21, before.shape, kind));
    answer(30, answer_of(30, before.facts, w.facts, kind));
    answer(37, answer_of(37, before.facts, before.shape, kind));
}
template <class Answer>
void ask_of_forms_after(Attributes const& w, Attributes const& after, Answer answer) {
    std::uint32_t const kind = w.shape;
    answer(22, answer_of(22, kind, after.shape));
    answer(31, answer_of(31, w.facts, after.facts, kind));
    answer(38, answer_of(38, after.facts, after.shape, kind));
}

// The same of the words before and after, signs between left out.
template <class Answer>
void ask_of_word_before(Attributes const& w, Attributes const& before, Answer answer) {
    answer(32, answer_of(32, before.facts, before.shape, w.facts, w.shape));
    answer(45, answer_of(45, static_cast<std::uint32_t>(before.family), w.shape, w.facts));
}
template <class Answer>
void ask_of_word_after(Attributes const& w, Attributes const& after, Answer answer) {
    answer(33, answer_of(33, after.facts, after.shape, w.facts, w.shape));
    answer(46, answer_of(46, static_cast<std::uint32_t>(after.family), w.shape, w.facts));
}

// By what several neighbours are, whatever the very words: few answers, again and again.
template <class Answer>
void ask_of_surroundings(Around const& a, Manner manner, Answer answer) {
    auto const& w = *a.w0;
    auto const style = static_cast<std::uint32_t>(manner.style);
    auto const letters = static_cast<std::uint32_t>(w.letters);
    std::uint32_t const facts = w.facts, looks = w.looks, kind = w.shape;
    auto const family = [](Attributes const* of) { return static_cast<std::uint32_t>(of->family); };
    answer(41, answer_of(41, a.w1->looks, looks, kind));
    answer(42, answer_of(42, looks, a.n1->looks, kind));
    answer(50, answer_of(50, family(a.p1), looks, kind));
    answer(56, answer_of(56, w.evidence, kind, style, a.n1->evidence));
    answer(59, answer_of(59, a.w1->evidence, w.evidence, kind));
    answer(23, answer_of(23, a.w1->shape, kind, a.n1->shape));
    answer(24, answer_of(24, a.w2->shape, a.w1->shape, kind));
    answer(25, answer_of(25, kind, a.n1->shape, a.n2->shape));
    answer(26, answer_of(26, a.w2->shape, a.w1->shape, kind, a.n1->shape, a.n2->shape));
    answer(27, answer_of(27, static_cast<std::uint32_t>(a.p1->letters), kind, a.f1->letters, style));
    answer(34, answer_of(34, a.w1->facts, facts, a.n1->facts));
    answer(47, answer_of(47, family(a.p1), family(a.f1), kind));
    answer(48, answer_of(48, family(a.p2), family(a.p1), kind));
    answer(49, answer_of(49, family(a.p2), family(a.p1), facts));
    answer(51, answer_of(51, a.families_before, kind));
    answer(52, answer_of(52, a.families_before, facts, letters));
    answer(53, answer_of(53, family(&w), a.w1->shape, a.n1->shape));
    answer(54, answer_of(54, family(&w), family(a.p1), family(a.f1)));
}

// By the very words around: most answers are rare.
template <class Answer>
void ask_of_words_around(Around const& a, Answer answer) {
    auto const& w = *a.w0;
    auto const letters = static_cast<std::uint32_t>(w.letters);
    std::uint32_t const facts = w.facts, looks = w.looks, kind = w.shape;
    answer(11, answer_of(11, a.w1->word, w.word));
    answer(12, answer_of(12, w.word, a.n1->word));
    answer(13, answer_of(13, a.w2->word, a.w1->word));
    answer(14, answer_of(14, a.n1->word, a.n2->word));
    answer(15, answer_of(15, a.w1->word, a.n1->word));
    answer(16, answer_of(16, a.p1->word, kind));
    answer(17, answer_of(17, a.p1->word, a.p2->word, kind));
    answer(18, answer_of(18, a.f1->word, kind));
    answer(19, answer_of(19, a.w2->word, a.w1->word, kind));
    answer(35, answer_of(35, a.w1->word, facts));
    answer(36, answer_of(36, a.n1->word, facts));
    answer(43, answer_of(43, a.w1->word, looks, letters));
    answer(44, answer_of(44, a.n1->word, looks, letters));
}

inline constexpr std::uint32_t questions_of_all_tokens = 59;  // those after it are asked of words alone

}  // namespace kith::screen::tagger
