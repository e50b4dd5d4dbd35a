#include "screen/tokens.hpp"

#include <array>

namespace kith::screen {

namespace {

enum Kind_of_byte : unsigned char { other, space, line_end, digit, letter };

constexpr std::array<unsigned char, 256> kinds = [] {
    std::array<unsigned char, 256> table{};
    for (std::size_t c = 0; c < 256; ++c)
        table[c] = (c >= 'a' && c <= 'z') || c >= 0x80   ? letter
                   : c >= '0' && c <= '9'                ? digit
                   : c == '\n' || c == '\r' || c == '\f' ? line_end
                   : c == ' ' || c == '\t' || c == '\v'  ? space
                                                         : other;
    return table;
}();

unsigned char kind(char c) { return kinds[static_cast<unsigned char>(c)]; }

constexpr std::size_t bytes_a_token = 5;  // about, in English

}  // namespace

std::vector<Token> tokens_of(Folded const& text) {
    std::vector<Token> tokens;
    auto const lane = text.lower();
    tokens.reserve(lane.size() / bytes_a_token + 1);
    Gap gap = Gap::line;
    for (std::size_t at = 0; at < lane.size();) {
        auto const first = kind(lane[at]);
        if (first == space || first == line_end) {
            gap = first == line_end ? Gap::line : gap == Gap::none ? Gap::space : gap == Gap::line ? gap : Gap::spaces;
            ++at;
            continue;
        }
        std::size_t const start = at;
        std::uint32_t hash = word_hash_start;
        Shape shape = Shape::sign;
        if (first == other) {
            ++at;
        } else {
            unsigned seen = 0;
            for (; at < lane.size(); ++at) {
                auto const next = kind(lane[at]);
                if (next < digit) break;
                seen |= 1U << next;
                hash = word_hash_add(hash, lane[at]);
            }
            shape = seen == 1U << letter ? Shape::word : seen == 1U << digit ? Shape::number : Shape::mixed;
        }
        std::uint16_t const word =
            shape == Shape::word ? look_up(lane.substr(start, at - start), hash) : std::uint16_t{0};
        tokens.push_back({static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(at), shape, gap, word});
        gap = Gap::none;
    }
    return tokens;
}

std::string_view Reader::cased(std::size_t first, std::size_t last) const {
    return text_.cased().substr(at(first).start, at(last).end - at(first).start);
}

std::string_view Reader::lower(std::size_t first, std::size_t last) const {
    return text_.lower().substr(at(first).start, at(last).end - at(first).start);
}

bool Reader::capital(std::size_t i) const {
    auto const word = cased(i);
    if (word.empty() || at(i).shape == Shape::sign) return false;
    return word[0] != lower(i)[0] ||
           (word.size() > 1 && static_cast<unsigned char>(word[0]) >= 0x80 && word[1] != lower(i)[1]);
}

Topics Reader::before(std::size_t i, std::size_t most) const {
    Topics found = 0;
    for (std::size_t n = 1; n <= most && n <= i; ++n) {
        char const c = sign_at(i - n);
        if (c == '?' || c == '!') break;
        found |= topics(i - n);
    }
    return found;
}

Topics Reader::after(std::size_t i, std::size_t most) const {
    Topics found = 0;
    for (std::size_t n = 0; n < most && has(i + n); ++n) {
        char const c = sign_at(i + n);
        if (c == '?' || c == '!') break;
        found |= topics(i + n);
    }
    return found;
}

}  // namespace kith::screen
