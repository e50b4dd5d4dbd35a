// How much speaks for each label of each token of a stretch, before labels are weighed against their neighbours.
#pragma once

#include <span>
#include <vector>

#include "screen/tagger/features.hpp"
#include "screen/tagger/sums.hpp"
#include "screen/tagger/word_memory.hpp"

namespace kith::screen::tagger {

// The features that a model knows, each with a row of weights.
struct Learnt {
    Slots features;
    signed char const* weights = nullptr;

    void add(std::span<std::uint32_t const> answers, Sum&) const;
    // Answers that come again and again: quicker, and room in the memory for few others.
    void add_frequent(std::span<std::uint32_t const> answers, WordMemory&, Sum&) const;
};

// With a memory what has come before is looked up there; the scores are the same.
class Emissions {
public:
    Emissions(Learnt const& learnt, Attributed const& text, std::vector<Token> const& tokens, WordMemory* memory)
        : learnt_{learnt}, text_{text}, tokens_{tokens}, memory_{memory} {}

    // Of a run of tokens of the stretch; until the next call. `known`: a part of the run that the last call was about,
    // or nothing.
    std::span<Scores const> of(Stretch, Stretch run, Stretch known = {0, 0});

private:
    void work_out(Stretch, Stretch part);
    void remember(Stretch, Stretch part);
    Sum& sum_of(std::size_t i) { return sums_[i - first_]; }
    void add_neighbour(std::size_t i, std::size_t place, Sum&);
    void add_word(std::size_t i, Sum&);
    KnownPair const& pair_before(Stretch, std::size_t i);

    Learnt const& learnt_;
    Attributed const& text_;
    std::vector<Token> const& tokens_;
    WordMemory* memory_;
    std::size_t first_ = 0;  // the token that the first of these is of
    std::vector<Sum> sums_;
    std::vector<Scores> scores_;
};

}  // namespace kith::screen::tagger
