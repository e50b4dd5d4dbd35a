// Labelled texts to learn from, of every source in one form.
//
// Sources differ in what they label: a post has its people marked and not its dates. So a mark, and the rest of a
// text, say which labels are possible; learning decides among them (learn.hpp).
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "screen/tagger/labels.hpp"

namespace kith::train {

using screen::tagger::Label;
using screen::tagger::Labels;
using screen::tagger::only;

struct Mark {
    std::size_t start, end;  // bytes
    Labels labels;
};

struct Document {
    std::string text;
    std::vector<Mark> marks;  // in order, apart
    Labels rest = only(Label::other);
    float weight = 1;
};
using Documents = std::vector<Document>;

// What stands unmarked in a text whose dates, numbers and the like were not looked for.
inline constexpr Labels unlooked =
    only(Label::other) | only(Label::date) | only(Label::quantity) | only(Label::code) | only(Label::demographic);

// A document for each annotator of each judgment.
Documents read_judgments(std::filesystem::path const& json);
// Lines of word and label, posts apart by an empty one. `joined_by_spaces`: all words with a space between, as many
// programs hand them on; else as people write.
enum class Spacing : std::uint8_t { natural, everywhere };
Documents read_columns(std::filesystem::path const& file, Spacing);

// Marks sorted, of overlapping ones the longest.
void tidy(Document&);

}  // namespace kith::train
