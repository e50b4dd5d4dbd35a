#include "screen/tagger/features.hpp"

#include <initializer_list>

namespace kith::screen::tagger {

namespace {

constexpr std::size_t stretch_tokens_max = 1000;

constexpr Attributes beyond(std::uint32_t which) {
    Attributes none;
    none.word = mix(which);
    none.shape = mix(which + 77);
    return none;
}
constexpr Attributes before_first = beyond(0xB0), after_last = beyond(0xE0);

// The neighbours of a token that questions are asked of.
struct Around {
    Attributes const *w3, *w2, *w1, *w0, *n1, *n2, *n3;  // as they stand
    Attributes const *p1, *p2, *f1;                      // the words before and after, signs between left out
};

Around around(std::vector<Attributes> const& all, std::vector<Token> const& tokens, Stretch stretch, std::size_t i) {
    auto const at = [&](std::ptrdiff_t offset) {
        auto const there = static_cast<std::ptrdiff_t>(i) + offset;
        return there < static_cast<std::ptrdiff_t>(stretch.first)  ? &before_first
               : there >= static_cast<std::ptrdiff_t>(stretch.end) ? &after_last
                                                                   : &all[static_cast<std::size_t>(there)];
    };
    constexpr std::size_t skip_max = 3;
    auto const word_before = [&](std::size_t from) {
        for (std::size_t n = 1; n <= skip_max && from >= stretch.first + n; ++n)
            if (tokens[from - n].shape != Shape::sign) return from - n;
        return ~std::size_t{0};
    };
    Around near{at(-3), at(-2), at(-1), at(0), at(1), at(2), at(3), &before_first, &before_first, &after_last};
    if (auto const p1 = word_before(i); p1 != ~std::size_t{0}) {
        near.p1 = &all[p1];
        if (auto const p2 = word_before(p1); p2 != ~std::size_t{0}) near.p2 = &all[p2];
    }
    for (std::size_t n = 1; n <= skip_max && i + n < stretch.end; ++n)
        if (tokens[i + n].shape != Shape::sign) {
            near.f1 = &all[i + n];
            break;
        }
    return near;
}

std::uint32_t family(Attributes const& of) { return static_cast<std::uint32_t>(of.family); }

// The families of the five words before, as bits: "my client, a lovely lad called".
std::uint32_t families_before(std::vector<Attributes> const& all, Stretch stretch, std::size_t i) {
    constexpr std::size_t reach = 5;
    constexpr std::uint32_t telling =
        1U << static_cast<unsigned>(Family::kin) | 1U << static_cast<unsigned>(Family::client) |
        1U << static_cast<unsigned>(Family::naming) | 1U << static_cast<unsigned>(Family::title) |
        1U << static_cast<unsigned>(Family::person) | 1U << static_cast<unsigned>(Family::dwelling);
    std::uint32_t bits = 0;
    for (std::size_t n = 1; n <= reach && i >= stretch.first + n; ++n) bits |= 1U << family(all[i - n]);
    return bits & telling;
}

}  // namespace

std::vector<Stretch> stretches_of(std::vector<Token> const& tokens) {
    std::vector<Stretch> stretches;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        if (i == 0 || tokens[i].gap == Gap::line || i - stretches.back().first >= stretch_tokens_max) {
            if (i > 0) stretches.back().end = i;
            stretches.push_back({i, i});
        }
    }
    if (!stretches.empty()) stretches.back().end = tokens.size();
    return stretches;
}

void features_of(Attributed const& text, std::vector<Token> const& tokens, Stretch stretch, std::size_t i,
                 Features& out) {
    auto const a = around(text.tokens, tokens, stretch, i);
    auto const& w = *a.w0;
    std::uint32_t const manner =
        static_cast<std::uint32_t>(text.manner.capitals) + 4 * static_cast<std::uint32_t>(text.manner.style);
    std::uint32_t const style = static_cast<std::uint32_t>(text.manner.style);
    out.count = 0;
    std::uint32_t question = 0;
    auto const add = [&](std::uint32_t first, auto... more) {
        std::uint32_t hash = both(++question * 0x9E37U, first);
        ((hash = both(hash, static_cast<std::uint32_t>(more))), ...);
        out.hashes[out.count++] = mix(hash);
    };
    std::uint32_t const facts = w.facts, looks = w.looks, kind = w.shape;
    add(manner);
    // Words
    add(w.word);
    add(w.word, style);
    add(w.word, kind);
    add(a.w1->word);
    add(a.n1->word);
    add(a.w2->word);
    add(a.n2->word);
    add(a.w3->word);
    add(a.n3->word);
    add(a.w1->word, w.word);
    add(w.word, a.n1->word);
    add(a.w2->word, a.w1->word);
    add(a.n1->word, a.n2->word);
    add(a.w1->word, a.n1->word);
    add(a.p1->word, kind);
    add(a.p1->word, a.p2->word, kind);
    add(a.f1->word, kind);
    add(a.w2->word, a.w1->word, kind);
    // Shapes
    add(kind, style);
    add(a.w1->shape, kind);
    add(kind, a.n1->shape);
    add(a.w1->shape, kind, a.n1->shape);
    add(a.w2->shape, a.w1->shape, kind);
    add(kind, a.n1->shape, a.n2->shape);
    add(a.w2->shape, a.w1->shape, kind, a.n1->shape, a.n2->shape);
    add(static_cast<std::uint32_t>(a.p1->letters), kind, static_cast<std::uint32_t>(a.f1->letters), style);
    // Lists and letters
    add(facts, kind);
    add(facts, kind, style);
    add(a.w1->facts, facts, kind);
    add(facts, a.n1->facts, kind);
    add(a.p1->facts, a.p1->shape, facts, kind);
    add(a.f1->facts, a.f1->shape, facts, kind);
    add(a.w1->facts, facts, a.n1->facts);
    add(a.w1->word, facts);
    add(a.n1->word, facts);
    add(a.w1->facts, a.w1->shape, kind);
    add(a.n1->facts, a.n1->shape, kind);
    add(looks, kind);
    add(looks, facts, kind);
    add(a.w1->looks, looks, kind);
    add(looks, a.n1->looks, kind);
    add(a.w1->word, looks, static_cast<std::uint32_t>(w.letters));
    add(a.n1->word, looks, static_cast<std::uint32_t>(w.letters));
    // Families of words around
    std::uint32_t const f0 = family(w), p1 = family(*a.p1), p2 = family(*a.p2), n1 = family(*a.f1);
    std::uint32_t const before = families_before(text.tokens, stretch, i);
    add(p1, kind, facts);
    add(n1, kind, facts);
    add(p1, n1, kind);
    add(p2, p1, kind);
    add(p2, p1, facts);
    add(p1, looks, kind);
    add(before, kind);
    add(before, facts, static_cast<std::uint32_t>(w.letters));
    add(f0, a.w1->shape, a.n1->shape);
    add(f0, p1, n1);
    // The same word elsewhere in the text
    std::uint32_t const evidence = w.evidence;
    add(evidence, kind);
    add(evidence, kind, style, a.n1->evidence);
    add(evidence, facts, kind);
    add(evidence, looks, kind);
    add(a.w1->evidence, evidence, kind);
    // Its front and end
    if (tokens[i].shape == Shape::word)
        for (auto const affix : w.affixes) {
            if (affix != 0)
                add(affix, text.manner.capitals == Capitals::none ? 1U : 0U);
            else
                ++question;
        }
    if (tokens[i].shape == Shape::word) add(w.affixes[4], kind);
}

}  // namespace kith::screen::tagger
