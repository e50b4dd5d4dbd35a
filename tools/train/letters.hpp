// Learns from lists how forenames, surnames, places and other words look (section "words", and
// which words need an entry of their own beside it, section "names").
#pragma once

#include <string>

#include "lists.hpp"

namespace kith::train {

// The bytes of section "words".
std::string learn_letters(Lists const&, std::uint64_t seed);
// The bytes of section "names": forenames, places, nations, and of surnames and common words those whose letters
// mislead.
std::string write_names(Lists const&, std::string const& words_section);

}  // namespace kith::train
