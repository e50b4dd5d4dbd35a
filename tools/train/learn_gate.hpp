// Learns the gate (screen/tagger/gate.hpp): which tokens the tagger would surely take for nothing.
//
// A line through few questions, from what the tagger itself says of the texts. Of every tenth text it learns nothing:
// by them the bars are set, so that hardly anything is left out that the tagger would have found. Sums run in one order
// on one thread: the same texts and tagger give the same bytes.
#pragma once

#include <string>

#include "corpora.hpp"
#include "screen/model.hpp"

namespace kith::train {

struct GateLearning {
    unsigned bucket_bits = 16;
    int epochs = 6;
    float rate = 0.1F, price = 1.0F;
    float weight_of_named = 5;         // to leave out a name costs more than to look at a word in vain
    double lost[2] = {0.001, 0.0003};  // in posts, in reports: the share of names that may stay below the bar
};

// The bytes of section "gate". `model` holds the sections that the tagger reads.
std::string learn_gate(Documents const&, screen::Model const& model, GateLearning const&);

}  // namespace kith::train
