// All that the tagger and its gate learn from: the labelled texts, sentences filled in, and each again as others would
// have typed it.
#pragma once

#include <filesystem>

#include "corpora.hpp"
#include "lists.hpp"
#include "random.hpp"

namespace kith::train {

inline constexpr std::uint64_t seed = 20261121;

// A setting of learning from the environment, for tuning by hand; what is shipped is trained without any.
double setting(char const* name, double usual);

Documents read_all(std::filesystem::path const& data, std::filesystem::path const& sentences, Lists const&, Random&);

// Ends the program with a sentence when it cannot be written.
void write_file(std::filesystem::path const&, std::string const& bytes);

}  // namespace kith::train
