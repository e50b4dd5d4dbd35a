#include "screen/tagger/features.hpp"

namespace kith::screen::tagger {

namespace {

constexpr Attributes beyond(std::uint32_t which) {
    Attributes none;
    none.word = mix(which);
    none.shape = mix(which + 77);
    none.kind = ~std::uint64_t{which};  // as no token has
    return none;
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

constexpr Attributes before_first = beyond(0xB0), after_last = beyond(0xE0);

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
    Around near{at(-3),
                at(-2),
                at(-1),
                at(0),
                at(1),
                at(2),
                at(3),
                &before_first,
                &before_first,
                &after_last,
                families_before(all, stretch, i)};
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

void features_of(Attributed const& text, std::vector<Token> const& tokens, Stretch stretch, std::size_t i,
                 Features& out) {
    auto const near = around(text.tokens, tokens, stretch, i);
    // In the order of their numbers, which the writer of a model goes by; the affixes that there are at the end.
    out.count = questions_of_all_tokens;
    auto const answer = [&](std::uint32_t number, std::uint32_t hash) {
        out.hashes[number <= questions_of_all_tokens ? number - 1 : out.count++] = hash;
    };
    ask_of_word(*near.w0, text.manner, answer);
    Attributes const* const neighbours[places_count] = {near.w1, near.n1, near.w2, near.n2, near.w3, near.n3};
    for (std::uint32_t place = 0; place < places_count; ++place)
        answer(5 + place, neighbour_answer(place, neighbours[place]->word));
    ask_of_forms_before(*near.w0, *near.w1, answer);
    ask_of_forms_after(*near.w0, *near.n1, answer);
    ask_of_word_before(*near.w0, *near.p1, answer);
    ask_of_word_after(*near.w0, *near.f1, answer);
    ask_of_surroundings(near, text.manner, answer);
    ask_of_words_around(near, answer);
}

}  // namespace kith::screen::tagger
