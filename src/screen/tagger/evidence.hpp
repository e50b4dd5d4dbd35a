// What a text shows of each of its words, from all places where it stands: small or with a capital, after a title,
// beside a forename, again and again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace kith::screen::tagger {

// Bits of Attributes::evidence.
namespace evidence {
inline constexpr std::uint8_t in_lower = 1, capital_inside = 2, often_capital_inside = 4, after_title = 8,
                              beside_forename = 16, repeated = 32;
}

// The different words of a text, each with a number from 0, and what was seen of it.
class Evidence {
public:
    static constexpr std::uint32_t nowhere = ~0U;  // a token's that is no word

    // Forgets the last text; `tokens` are how many this one has.
    void begin(std::size_t tokens);
    std::uint32_t number_of(std::uint32_t word);

    // One place more where it stands: `capital`, and whether that says anything there.
    void seen(std::uint32_t number, bool capital, bool sentence_start, std::uint8_t beside) {
        auto& word = words_[number];
        if (word.all < often) ++word.all;
        word.evidence |= beside;
        if (!capital)
            word.evidence |= evidence::in_lower;
        else if (!sentence_start && word.inside < often)
            ++word.inside;
    }
    std::uint8_t of(std::uint32_t number) const {
        auto const& word = words_[number];
        auto bits = word.evidence;
        if (word.inside > 0) bits |= evidence::capital_inside;
        if (word.inside > 2) bits |= evidence::often_capital_inside;
        if (word.all > 1) bits |= evidence::repeated;
        return bits;
    }
    // The word of each token.
    std::vector<std::uint32_t> numbers;

private:
    struct Word {
        std::uint32_t word;
        std::uint8_t inside = 0, all = 0, evidence = 0;
    };
    static constexpr std::uint8_t often = 0xFF;

    void make_room();

    std::vector<Word> words_;
    std::vector<std::uint32_t> places_;  // by a word's hash its number and one; a power of two of them, half of them 0
};

}  // namespace kith::screen::tagger
