#include "scan/decode.hpp"

#include <array>
#include <cstdint>
#include <cstring>

namespace kith::scan {

namespace {

constexpr std::uint64_t high_bits = 0x8080808080808080U;

bool is_tail(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

struct Shape {
    std::size_t size;  // of the whole character; 0: none begins so
    unsigned second_least, second_most;
};

// Table 3-7 of the Unicode Standard.
constexpr Shape shape_of(unsigned first) {
    if (first >= 0xC2 && first <= 0xDF) return {2, 0x80, 0xBF};
    if (first >= 0xE0 && first <= 0xEF) return {3, first == 0xE0 ? 0xA0U : 0x80U, first == 0xED ? 0x9FU : 0xBFU};
    if (first >= 0xF0 && first <= 0xF4) return {4, first == 0xF0 ? 0x90U : 0x80U, first == 0xF4 ? 0x8FU : 0xBFU};
    return {0, 0, 0};
}

// Bytes of the character at `at` that are as they should be, and how many it should have.
struct Checked {
    std::size_t good, wanted;
};
Checked check(std::string_view bytes, std::size_t at) {
    auto const shape = shape_of(static_cast<unsigned char>(bytes[at]));
    if (shape.size == 0) return {0, 0};
    std::size_t good = 1;
    if (at + 1 < bytes.size()) {
        auto const second = static_cast<unsigned char>(bytes[at + 1]);
        if (second < shape.second_least || second > shape.second_most) return {0, shape.size};
        ++good;
    }
    while (good >= 2 && good < shape.size && at + good < bytes.size()) {
        if (!is_tail(bytes[at + good])) return {0, shape.size};
        ++good;
    }
    return {good, shape.size};
}

std::array<std::string, 256> make_windows_1252() {
    constexpr std::array<char16_t, 32> specials{0x20AC, u'?',   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, u'?',   0x017D, u'?',
                                                u'?',   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, u'?',   0x017E, 0x0178};
    std::array<std::string, 256> made;
    for (unsigned byte = 0; byte < made.size(); ++byte)
        append_utf8(made[byte], byte >= 0x80 && byte < 0xA0 ? char32_t{specials[byte - 0x80]} : char32_t{byte});
    return made;
}

}  // namespace

std::size_t utf8_prefix(std::string_view bytes) {
    std::size_t at = 0;
    while (at < bytes.size()) {
        if (static_cast<unsigned char>(bytes[at]) < 0x80) {
            std::uint64_t eight = 0;
            if (at + sizeof eight <= bytes.size()) {
                std::memcpy(&eight, bytes.data() + at, sizeof eight);
                if ((eight & high_bits) == 0) {
                    at += sizeof eight;
                    continue;
                }
            }
            ++at;
            continue;
        }
        auto const [good, wanted] = check(bytes, at);
        if (good == 0 || good < wanted) return at;
        at += good;
    }
    return at;
}

std::size_t plain_run(std::string_view bytes) {
    constexpr std::uint64_t ones = 0x0101010101010101U;
    // The high bit of each byte that is zero; above the first of them also of others, which does not matter here.
    auto const zeros = [](std::uint64_t value) { return (value - ones) & ~value & high_bits; };
    std::size_t at = 0;
    for (std::uint64_t eight = 0; at + sizeof eight <= bytes.size(); at += sizeof eight) {
        std::memcpy(&eight, bytes.data() + at, sizeof eight);
        auto const controls = (eight - ones * 0x20) & ~eight & high_bits;
        if ((zeros(eight ^ ones * '"') | zeros(eight ^ ones * '\\') | controls) != 0) break;
    }
    while (at < bytes.size() && bytes[at] != '"' && bytes[at] != '\\' && static_cast<unsigned char>(bytes[at]) >= 0x20)
        ++at;
    return at;
}

std::string_view windows_1252(char byte) {
    static auto const table = make_windows_1252();
    return table[static_cast<unsigned char>(byte)];
}

void append_utf8(std::string& out, char32_t character) {
    auto const put = [&out](std::uint32_t byte) { out += static_cast<char>(byte); };
    std::uint32_t const c = character;
    if (c < 0x80) return put(c);
    if (c < 0x800) return put(0xC0 | c >> 6), put(0x80 | (c & 0x3F));
    if (c >= 0xD800 && c <= 0xDFFF) return append_utf8(out, U'\uFFFD');
    if (c < 0x10000) return put(0xE0 | c >> 12), put(0x80 | (c >> 6 & 0x3F)), put(0x80 | (c & 0x3F));
    if (c > 0x10FFFF) return append_utf8(out, U'\uFFFD');
    put(0xF0 | c >> 18), put(0x80 | (c >> 12 & 0x3F)), put(0x80 | (c >> 6 & 0x3F)), put(0x80 | (c & 0x3F));
}

std::string_view front_of(std::string_view text, std::size_t most) {
    if (text.size() <= most) return text;
    while (most > 0 && is_tail(text[most])) --most;
    return text.substr(0, most);
}

std::string_view back_of(std::string_view text, std::size_t most) {
    if (text.size() <= most) return text;
    auto at = text.size() - most;
    while (at < text.size() && is_tail(text[at])) ++at;
    return text.substr(at);
}

}  // namespace kith::scan
