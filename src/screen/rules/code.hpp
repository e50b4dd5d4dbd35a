// Codes of letters and digits, read over the spaces and hyphens that people put into them.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "screen/tokens.hpp"

namespace kith::screen::rules {

inline constexpr std::size_t code_bytes_max = 40;
inline constexpr std::size_t code_tokens_max = 40;

// Tokens from one on, joined in capitals. `ends` says after which token how many bytes have been joined.
struct Code {
    std::array<char, code_bytes_max> bytes;
    struct End {
        std::uint32_t token;
        std::uint8_t size;
    };
    std::array<End, code_tokens_max> ends;
    std::size_t count = 0;  // of `ends`

    // The last token of the first `size` bytes; nothing when they end within one.
    static constexpr std::uint32_t none = 0xFFFFFFFF;
    std::uint32_t last_token(std::size_t size) const;
    std::string_view text(std::size_t size) const { return {bytes.data(), size}; }
    std::size_t size() const { return count == 0 ? 0 : ends[count - 1].size; }
    // How many tokens its first `size` bytes are written in.
    std::size_t tokens(std::size_t size) const;
};

// From token `i` on, as long as words, numbers and a few signs between them follow in a line; at most `bytes_max`.
Code read_code(Reader const&, std::size_t i, std::size_t bytes_max = code_bytes_max);

// What people put between the characters of a code.
bool is_joint(char);

// Whether `text` fits `form`: 9 a digit, A a letter, * either, others themselves. A letter that looks like a digit
// (O, I, L, S, B, Z) fits a 9 and the other way round: counted, and put right in `plain`.
struct Fit {
    bool fits = false;
    unsigned mended = 0;
    std::array<char, code_bytes_max> plain{};
};
Fit fit(std::string_view form, std::string_view text);

}  // namespace kith::screen::rules
