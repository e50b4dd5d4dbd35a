// Which words people write in small letters day by day: counted in texts, labels or none, names that are labelled left
// out. It tells "will" and "hope" from "jayden" where nobody writes capitals.
#pragma once

#include <filesystem>
#include <set>
#include <string>

namespace kith::train {

// Words in lower case. Ends the program with a sentence when a file is missing.
std::set<std::string> words_often_small(std::filesystem::path const& data);

}  // namespace kith::train
