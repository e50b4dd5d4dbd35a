// A group's own words and forms, which a facilitator adds: names of local teams, numbers of
// the systems at work.
//
// A form is what is to be found, a whole word or several:
//     Crisis Hub      these words; small or capital letters and the spaces between are all the same,
//                     and a hyphen may stand for a space
//     Riverside*      `*` is any run of letters and digits, or nothing: Riverside, Riversiders
//     LL-######       `#` is one digit
//     @@####          `@` is one letter
// There is no way to look for `*`, `#` or `@` themselves.
//
// All forms are run side by side, each as one machine word of states, from every beginning of
// a word: time is in proportion to the text (times the forms' words, which are bounded),
// memory to the forms. Nothing backtracks, and no form can make it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "screen/candidate.hpp"
#include "screen/normalise.hpp"

namespace kith::screen {

inline constexpr std::size_t pattern_forms_max = 200, pattern_bytes_max = 120, pattern_words_max = 8;

// Why a form cannot be used, for the facilitator who wrote it.
struct PatternFault {
    std::size_t form;  // its place among those given
    std::string sentence;
};

class Patterns {
public:
    // Empty forms, and forms given twice, are left out.
    static std::variant<Patterns, PatternFault> compile(std::span<std::string const> forms);

    bool empty() const { return forms_.empty(); }
    // Adds a candidate for each place that fits, the longest from each beginning; of several forms
    // from one beginning the longest. They may overlap. Answers in how many steps, for tests
    // that time grows in proportion.
    std::uint64_t find(Folded const&, Candidates&) const;

private:
    // Bit i of a set of states: the i-th element is what has to come next. The bit behind the last: found.
    using States = std::uint64_t;
    struct Wide {
        char32_t character;
        States fits;
    };
    struct Form {
        std::array<States, 128> fits{};  // by ASCII character: the elements that it can be
        std::vector<Wide> wide;          // the same for other characters that the form names
        States any_letter = 0;           // elements that any letter fits
        States loops_in_word = 0, loops_in_space = 0;
        States start = 0, found = 0;
    };
    struct Live {
        std::uint32_t form, start;
        States states;
        std::uint32_t end;  // of the longest fit so far; `start` when there is none
    };

    static std::variant<Form, std::string> compile_one(std::string_view lowered);
    static States closed(Form const&, States);
    States step(Form const&, States, char32_t character) const;

    std::vector<Form> forms_;
    // Which forms can begin with a character: by ASCII character, and for all others.
    std::array<std::vector<std::uint32_t>, 128> begin_;
    std::vector<std::uint32_t> begin_wide_;
};

}  // namespace kith::screen
