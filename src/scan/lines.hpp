// Texts in, findings out, one JSON object a line: for programs.
//
// In: {"id": …, "text": "…"}. Out, in the same order: {"id", "findings": [{"start", "end", "class", "kind",
// "confidence", "reason"}], "jigsaw": {"people", "level"}, "tone": {"level"}}. `start` and `end` count bytes of
// the text in UTF-8; `people` is null where nothing was found to estimate it from. A line that is no such object
// is answered {"id": null, "error": "…"}, and the next is read. Empty lines are passed over. Whatever can be
// answered is flushed before more input is waited for, so a program may talk back and forth.
#pragma once

#include <cstddef>
#include <cstdio>
#include <functional>

#include "screen/model.hpp"
#include "screen/screen.hpp"

namespace kith::scan {

inline constexpr std::size_t line_bytes_max = 64 * 1024 * 1024;

// Whether all input was read and all answers written. `done` hears how many bytes were read.
bool screen_lines(int input, std::FILE* out, std::size_t jobs, screen::Model const&, screen::Settings const&,
                  std::function<void(std::uint64_t)> const& done);

// The answer to one line, with its line end.
void answer_line(std::string& out, std::string_view line, std::uint64_t number, screen::Model const&,
                 screen::Settings const&);

}  // namespace kith::scan
