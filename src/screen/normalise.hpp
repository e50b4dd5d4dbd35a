// A text made plain for reading, with the way back to where each part stood.
//
// What is folded: look-alike letters of Cyrillic, Greek, full width and mathematics
// become Latin ones; zero-width characters and soft hyphens go; every kind of space
// becomes a space, every quote and dash its ASCII one, digits of any script 0-9,
// currency signs `$`, other signs and pictures one byte `sign`. Letters that are none
// of these stay as they are. Combining marks go. A broken byte becomes `sign`.
//
// Two lanes of the same length: `cased` as written, `lower` in lower case. `origin`
// leads from a span of a lane to bytes of the original, always whole characters.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kith::screen {

inline constexpr char sign = '\x1a';  // stands for what is neither letter, digit nor known punctuation

struct Span {
    std::size_t start, end;
};

class Folded {
public:
    explicit Folded(std::string_view text);

    std::string_view cased() const { return cased_; }
    std::string_view lower() const { return lower_; }
    // Bytes of the original that `start` up to `end` of the lanes came from, with marks that combine with the last.
    Span origin(std::size_t start, std::size_t end) const;

private:
    // A stretch of the lanes. `straight`: byte for byte as in the original; else one character that was changed,
    // or (folded_size 0) a mark that was left out and belongs to what stands before it.
    struct Run {
        std::uint32_t folded, original, folded_size, original_size;
        bool straight;
    };

    void fold(std::string_view text);
    void plain(std::string_view bytes, std::size_t at);
    void letter(char32_t character, std::string_view bytes, std::size_t at);
    void put(std::string_view cased, std::string_view lower, std::size_t at, std::size_t original_size);
    void mark(std::size_t at, std::size_t size);
    Run const& run_at(std::size_t folded) const;

    std::string cased_, lower_;
    std::vector<Run> runs_;  // in order
};

}  // namespace kith::screen
