// Sentences written for training, with gaps filled from the lists by chance.
//
// A file holds a text a line. `(one|other|)` chooses, also within another choice; `{first}` is a gap; `{first#1}` and
// `{last#1}` are of the same person all through the line. A line that begins with `#` is a note. Which gaps there are
// stands in templates.cpp.
#pragma once

#include <filesystem>

#include "corpora.hpp"
#include "lists.hpp"
#include "random.hpp"

namespace kith::train {

// `copies` of each line of every .txt file in the folder, files in order of their names.
Documents fill_templates(std::filesystem::path const& folder, Lists const&, std::size_t copies, Random&);

}  // namespace kith::train
