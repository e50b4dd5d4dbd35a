// Learns the tagger: a linear chain over hashed features, from texts whose labels may be given in part.
//
// First with every feature that occurs often enough, held thin (follow the regularised leader, with
// a price on every weight that is not zero); then the strongest features alone go into the table of
// the model and learn again; last the weights become whole numbers. Sums run in one order on one
// thread: the same texts and seed give the same bytes.
#pragma once

#include <string>

#include "corpora.hpp"
#include "screen/tagger/word_facts.hpp"

namespace kith::train {

struct Learning {
    int epochs_wide = 5, epochs_kept = 4;
    std::size_t features_kept = 120000;
    unsigned slot_bits = 19;
    unsigned count_min = 2;  // of texts that a feature must occur in
    float rate = 0.1F, price = 1.0F, shrink = 0.5F;
    float hidden = 0.2F;  // the share of features that a token is learnt without, anew each time
    std::uint64_t seed = 7;
};

// The bytes of section "tagger".
std::string learn_tagger(Documents const&, screen::tagger::WordFacts const&, Learning const&);

}  // namespace kith::train
