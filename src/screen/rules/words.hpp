// Small questions that many rules ask.
#pragma once

#include <initializer_list>
#include <string_view>

#include "screen/candidate.hpp"
#include "screen/tokens.hpp"

namespace kith::screen::rules {

inline bool any_of(std::string_view word, std::initializer_list<std::string_view> words) {
    for (auto const known : words)
        if (word == known) return true;
    return false;
}

// The number that digits name; -1 when they are none or more than six.
inline int value_of(std::string_view digits) {
    int value = 0;
    if (digits.empty() || digits.size() > 6) return -1;
    for (char const c : digits) {
        if (c < '0' || c > '9') return -1;
        value = value * 10 + (c - '0');
    }
    return value;
}

// The number at token `i`, in digits or one word; -1 for none.
inline int number_at(Reader const& reader, std::size_t i) {
    if (reader.at(i).shape == Shape::number) return value_of(reader.lower(i));
    return reader.about(i, topic::small_number) ? reader.value(i) : -1;
}

inline bool is_word(Reader const& reader, std::size_t i) { return reader.has(i) && reader.at(i).shape != Shape::sign; }
// Follows what stands before it in the same line.
inline bool follows(Reader const& reader, std::size_t i) { return reader.has(i) && reader.at(i).gap != Gap::line; }

// "Module code SW4017": what a course calls itself.
inline bool of_course(Reader const& reader, std::size_t i) {
    constexpr std::size_t reach = 3;
    for (std::size_t n = 1; n <= reach && n <= i; ++n) {
        auto const word = reader.lower(i - n);
        bool const surely = word == "course" && n < i && reader.lower(i - n - 1) == "of";
        if (!surely && any_of(word, {"module", "modules", "course", "unit"})) return true;
    }
    return false;
}

inline void add(Reader const& reader, Candidates& found, std::size_t first, std::size_t last, Class what,
                float confidence, std::string_view reason = {}) {
    found.push_back({reader.at(first).start, reader.at(last).end, what, confidence, reason});
}

}  // namespace kith::screen::rules
