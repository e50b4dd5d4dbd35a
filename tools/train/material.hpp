// Labelled texts as learning wants them: for each token its features as numbers, and which labels it may have.
#pragma once

#include <cstdint>
#include <vector>

#include "corpora.hpp"
#include "screen/tagger/word_facts.hpp"

namespace kith::train {

struct Sequence {
    std::size_t first, end;  // tokens, of all texts one after another
    float weight;
};

struct Material {
    std::vector<Sequence> sequences;
    std::vector<Labels> labels;           // of each token
    std::vector<std::size_t> starts;      // of each token's features in `features`; one more at the end
    std::vector<std::uint32_t> features;  // numbers of features
    std::vector<std::uint32_t> hashes;    // of the features, by number
};

// Features of fewer than `count_min` texts are left out.
Material gather(Documents const&, screen::tagger::WordFacts const&, unsigned count_min);

}  // namespace kith::train
