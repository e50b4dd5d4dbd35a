// The lists of names, places and words of the data folder, read for features and for filling
// templates. None of them is kept in the project.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace kith::train {

struct Weighted {
    std::string text;
    double weight;  // how many bear it, or live there; about
};

struct Lists {
    std::vector<Weighted> forenames, surnames, towns_uk, towns_us;  // as written, in order
    std::vector<std::string> villages, hospitals, nations;
    std::map<std::string, std::uint8_t> facts;  // of words in lower case, as tagger::Facts
    // For learning how words look, in lower case.
    std::vector<std::string> common_words, forename_words, surname_words, place_words;
};

// Ends the program with a sentence when a file is missing.
Lists read_lists(std::filesystem::path const& data);

std::string read_file(std::filesystem::path const&);
std::vector<std::string> lines_of(std::string const&);
// A line of comma-separated values, quotes taken off.
std::vector<std::string> cells_of(std::string const& line);
std::string lower_of(std::string const&);

}  // namespace kith::train
