// Figures on short posts: names found in labelled ones, and what is marked in those that name nobody.
#pragma once

#include <filesystem>

#include "corpora.hpp"
#include "finder.hpp"
#include "tab.hpp"

namespace kith::bench {

struct NameFigures {
    Ratio precision, recall;     // words of names of people, places and organisations
    Ratio person, person_whole;  // words of people's names found; names found from end to end
    double f1() const {
        double const p = precision.value(), r = recall.value();
        return p + r == 0 ? 0 : 2 * p * r / (p + r);
    }
};

NameFigures measure_names(train::Documents const&, Finder const&, Case, screen::Level, bool show);

struct HarmlessFigures {
    std::size_t texts = 0, words = 0, marks = 0, direct_marks = 0, marked_texts = 0, direct_texts = 0;
};
HarmlessFigures measure_harmless(std::vector<std::string> const& texts, Finder const&, screen::Level, bool show);

// The posts of tests/screening/source/posts: people in those that mark any, direct marks in those that name nobody.
struct AuthoredFigures {
    Ratio person_words, person_whole;
    HarmlessFigures harmless;
    std::size_t wrong_people = 0;  // findings of people in the other posts that touch no marked person
    std::size_t marked_posts = 0;
};
AuthoredFigures measure_authored(std::filesystem::path const& folder, Finder const&, screen::Level);

}  // namespace kith::bench
