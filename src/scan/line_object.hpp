// The object that a line for --lines holds, in the plain form that nearly all have, read fast.
//
// Pure. Whatever is not plain (an object inside, a key twice, numbers with points) is left to a whole reader of
// JSON, which also says what is wrong with it; where this one answers, it answers as that one would.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kith::scan {

struct LineObject {
    std::string id = "null";  // as JSON
    std::string text;
};

// Nothing when the line has no plain form; that says nothing about whether it is sound.
std::optional<LineObject> read_line_object(std::string_view line);

}  // namespace kith::scan
