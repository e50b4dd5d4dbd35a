// The place where a text is about to be said, as far as the check must know it: who reads, what the
// group has set, what the author has told there before, and what they have decided to leave.
//
// As text it is carried by the page of the composer to the module in the browser, one thing a line. A
// line ends with U+241E, which, unlike a line's end, an attribute of HTML keeps as it is:
//
//   region 3
//   today 2026 11
//   nearness 1
//   strict 1
//   told 22 2862171 3232235520     class, key, and the bits of log_share
//   left 9f86d081884c7d65          the key of a finding (look.hpp), in hexadecimal
//   member Ada Example             a name
//   form team *                    a word or form of the group's own (patterns/patterns.hpp)
//
// `read_surroundings` reads what `text_of` wrote; lines that it does not know are passed over, so a
// page outlives an older module and the other way round.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "screen/screen.hpp"

namespace kith::screen {

inline constexpr std::string_view surroundings_line_end = "\xE2\x90\x9E";

struct Surroundings {
    Region region = Region::both;
    Today today;
    Nearness nearness = Nearness::none;
    bool strict = false;               // what identifies on its own cannot be sent
    std::vector<Piece> told;           // from the author's earlier posts
    std::vector<std::uint64_t> left;   // keys of what the author has chosen to leave as it is
    std::vector<std::string> members;  // names of those who read: they are spoken to, not told about
    std::vector<std::string> forms;    // the group's own words and forms

    bool operator==(Surroundings const&) const = default;

    // Refers to `told`, and to the patterns given.
    Settings settings(Patterns const*) const;
};

// Leaves out names and forms that hold a line end.
std::string text_of(Surroundings const&);
Surroundings read_surroundings(std::string_view);

// Sixteen hexadecimal digits, and back; nothing for anything else.
std::string hexadecimal(std::uint64_t);
std::optional<std::uint64_t> from_hexadecimal(std::string_view);

}  // namespace kith::screen
