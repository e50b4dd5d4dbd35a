// Of whom a hurtful word is said, and what excuses it.
#pragma once

#include <cstddef>

#include "screen/tone/sentences.hpp"

namespace kith::screen::tone {

enum class Target : std::uint8_t { nobody, self, thing, boss, somebody, you };

// Reads one sentence of a talk; `at` are places of words.
class Judging {
public:
    Judging(Talk const& talk, std::size_t sentence)
        : words_(talk.words), talk_(talk), sentence_(talk.sentences[sentence]), number_(sentence) {}

    // Of whom the word there is said.
    Target of_noun(std::size_t at) const;
    Target of_adjective(std::size_t at) const;
    // Quoted, reported, denied, or said fondly.
    bool excused(std::size_t at) const;
    bool quoted_or_reported(std::size_t at) const;
    // Somebody other than the writer is spoken of in this sentence, or in one of the two before.
    bool about_somebody() const;
    // Names a thing and nobody, or the writer alone.
    bool about_thing_or_self() const;
    bool has(std::size_t at, Sorts sorts) const { return at < sentence_.last && (words_[at].sorts & sorts) != 0; }
    std::size_t first() const { return sentence_.first; }
    std::size_t last() const { return sentence_.last; }

private:
    Target before(std::size_t at) const;
    bool own_kin(std::size_t at) const;
    Sorts all_of(Sentence const&) const;

    std::vector<Heard> const& words_;
    Talk const& talk_;
    Sentence sentence_;
    std::size_t number_;
};

// The longest fit of a phrase from `at` on: one past its last word, or 0. `begin` and `end`: of the sentence.
std::size_t fit(Phrase const&, std::vector<Heard> const& words, std::size_t at, std::size_t end);

}  // namespace kith::screen::tone
