// The parts of broader_wordings that must read what a finding says.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "screen/screen.hpp"

namespace kith::screen::broader {

using Wordings = std::vector<std::string>;

// `words` in lower-case ASCII; bytes above 127 as they are.
Wordings for_age(std::string_view words);
Wordings for_date(std::string_view words, Today);
Wordings for_birth_date(std::string_view words, Today);
Wordings for_family(std::string_view words);
Wordings for_institution(std::string_view words);
Wordings for_organisation(std::string_view words);
Wordings for_health(std::string_view words);
Wordings for_postcode(std::string_view words);

// The first number in `words`, in digits or one word of the lexicon; -1 for none.
int number_in(std::string_view words);
// Whether `part` stands in `words` with nothing touching it.
bool has_word(std::string_view words, std::string_view part);

}  // namespace kith::screen::broader
