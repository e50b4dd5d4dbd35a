// Of whom a text speaks, at each place in it: of the writer, or of somebody else.
//
// Only simple cues: "I'm", "my husband" speak of the writer; "my client", "a lad", "the mum", "she" of somebody
// else. What is told belongs to the nearest cue in its sentence, else to somebody in the three sentences
// before or after. It cannot follow a long sentence's grammar; where cues are missing it answers `nobody`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace kith::screen {

enum class Subject : std::uint8_t { nobody, writer, other };

class Subjects {
public:
    // One pass; `text` is not kept.
    explicit Subjects(std::string_view text);

    // Of whom what stands at `start` up to `end` (bytes of the text) speaks.
    Subject at(std::size_t start, std::size_t end) const;
    // Somebody's age or family is told there, in order: what else the sentence tells is about them.
    void tell(std::vector<std::pair<std::size_t, std::size_t>> const& spans);

    // Which words stand in the sentence of a place.
    // `news`: people will have heard of it. `only`: "the only one". `general`: talk of many.
    enum Word : std::uint8_t { hearing = 1, news = 2, sex = 4, work = 8, only = 16, general = 32 };
    std::uint8_t words_near(std::size_t at) const;

private:
    struct Cue {
        std::uint32_t start, end, sentence;
        Subject subject;
    };
    struct Sentence {
        std::uint32_t start;
        std::uint8_t words = 0;
    };
    class Reading;

    std::size_t sentence_at(std::size_t at) const;

    std::vector<Cue> cues_;  // in order
    std::vector<Sentence> sentences_;
};

}  // namespace kith::screen
