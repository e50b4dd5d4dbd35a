// A broader wording put in by a plain button, without scripts.
//
// The button carries where the words stood, which words, and what to put there. The text comes beside it
// and may have been changed since: then the words are looked for, the nearest first; when they are gone,
// nothing is put in.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kith::screening {

// The value of the button: "12 11 14 year olda teenager". Ends of lines and tabs, which an attribute would
// make spaces of, stand there as their pictures (U+2424, U+2409).
std::string replacement(std::size_t start, std::string_view words, std::string_view wording);

// The text with the wording in place of the words; as it was when the value cannot be read.
std::string replaced(std::string text, std::string_view replacement);

}  // namespace kith::screening
