// What of a report is put before the writer: a second look, never a refusal by itself.
//
// Shown are what identifies on its own, the pieces that together single somebody out, and a tone that
// would hurt. Not shown are the names of those who read, and what the writer has chosen to leave. The
// same rule decides in the browser, under the words, and at the server, before they are said.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "screen/look/surroundings.hpp"
#include "screen/model.hpp"
#include "screen/screen.hpp"

namespace kith::screen {

struct Look {
    std::vector<std::uint32_t> findings;  // what is shown, by its place in Report::findings
    bool jigsaw = false;                  // the sentence of the jigsaw is shown
    bool tone = false;                    // the sentence of the tone is shown
    bool may_send = true;                 // false: in a strict place something identifies on its own
    std::vector<std::uint64_t> keys;      // of all that is shown, for the writer who leaves it

    // What there is to look at, as it is counted for the writer.
    std::size_t things() const { return findings.size() + (tone ? 1 : 0); }
};

Look look_of(std::string_view text, Report const&, Surroundings const&);

struct Looked {
    Report report;
    Look look;
};

// `patterns` are the surroundings' forms, compiled; nullptr without any. `memory` makes it quicker.
Looked look_over(std::string_view text, Model const&, Surroundings const&, Patterns const* patterns,
                 WordMemory* memory = nullptr);

// By which a finding is known again in another version of the text: its class and its words, whatever
// their case and spaces. Not to be read back, though a short word could be guessed from it.
std::uint64_t key_of(std::string_view text, Finding const&);

// By which a text is known again that was looked at, whatever became of its white space on the way.
// It keeps no promise against somebody who wants two texts of one mark: they could only fool themselves.
std::uint64_t mark_of(std::string_view text);

// The whole of it for the browser; offsets are bytes of the text.
std::string json_of(std::string_view text, Looked const&);

}  // namespace kith::screen
