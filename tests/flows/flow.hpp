// A flow as it was read: its name, and its lines in words.
#pragma once

#include <string>
#include <vector>

namespace kith::test {

struct Line {
    int number = 0;                   // in the file
    std::vector<std::string> words;   // a quoted text is one word and keeps its first quotation mark
    std::vector<std::string> checks;  // what follows "->", split at ", " outside of quotes
    std::string text;                 // as written
};

struct Flow {
    std::string name;
    std::string file;
    std::vector<Line> lines;
};

// Throws std::runtime_error naming file and line when a quotation does not end.
std::vector<Flow> read_flows(std::string const& file);
// The words of a line or a check.
std::vector<std::string> words_of(std::string const& text);

// Runs one flow on one engine. Empty when all is as it must be, else what was not, with the line.
class World;
std::string run_flow(Flow const&, World&);

}  // namespace kith::test
