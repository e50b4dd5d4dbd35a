// The measure of the Text Anonymization Benchmark, done anew from its published definition.
//
// An entity counts as found when every mention of it that needs masking is covered, small words
// and punctuation aside; over all annotators. Token precision: of the words masked, the share
// that each annotator masked too. Where the original asks a tagger for parts of speech
// (adpositions, particles, conjunctions, determiners), this has a closed list of such words.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "finder.hpp"

namespace kith::bench {

struct Ratio {
    std::size_t part = 0, all = 0;
    double value() const { return all == 0 ? 0 : static_cast<double>(part) / static_cast<double>(all); }
    void add(bool is) { part += is, ++all; }
};

struct TabFigures {
    Ratio direct, quasi, token_recall, token_precision;
    std::map<std::string, Ratio> by_type;  // mentions that need masking, by their type
    std::map<std::string, Ratio>
        right_by_class;  // words masked, by the class of the finding: how many an annotator masked
};

enum class Case : unsigned char { written, lower };
TabFigures measure_tab(std::filesystem::path const& json, Finder const&, Case, bool show);

}  // namespace kith::bench
