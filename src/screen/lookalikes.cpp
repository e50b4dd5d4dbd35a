#include "screen/lookalikes.hpp"

#include <algorithm>
#include <iterator>

#include "screen/normalise.hpp"

namespace kith::screen {

namespace {

struct Pair {
    char32_t code;
    char ascii;
};

// Letters drawn like Latin ones, in order. Cyrillic and Greek.
constexpr Pair word_letters[] = {
    {0x391, 'A'}, {0x392, 'B'}, {0x395, 'E'}, {0x396, 'Z'}, {0x397, 'H'}, {0x399, 'I'}, {0x39A, 'K'}, {0x39C, 'M'},
    {0x39D, 'N'}, {0x39F, 'O'}, {0x3A1, 'P'}, {0x3A4, 'T'}, {0x3A5, 'Y'}, {0x3A7, 'X'}, {0x3B1, 'a'}, {0x3B9, 'i'},
    {0x3BA, 'k'}, {0x3BD, 'v'}, {0x3BF, 'o'}, {0x3C1, 'p'}, {0x3C5, 'u'}, {0x3F2, 'c'}, {0x3F3, 'j'}, {0x405, 'S'},
    {0x406, 'I'}, {0x408, 'J'}, {0x410, 'A'}, {0x412, 'B'}, {0x415, 'E'}, {0x41A, 'K'}, {0x41C, 'M'}, {0x41D, 'H'},
    {0x41E, 'O'}, {0x420, 'P'}, {0x421, 'C'}, {0x422, 'T'}, {0x423, 'Y'}, {0x425, 'X'}, {0x430, 'a'}, {0x435, 'e'},
    {0x43A, 'k'}, {0x43E, 'o'}, {0x440, 'p'}, {0x441, 'c'}, {0x443, 'y'}, {0x445, 'x'}, {0x455, 's'}, {0x456, 'i'},
    {0x458, 'j'}, {0x4BB, 'h'}, {0x4C0, 'I'}, {0x4CF, 'l'}, {0x501, 'd'}, {0x51B, 'q'}, {0x51D, 'w'},
};

// Single characters with a plain form, in order.
constexpr Pair singles[] = {
    {0x85, '\n'},   {0xA0, ' '},    {0xA2, '$'},    {0xA3, '$'},   {0xA5, '$'},    {0xAA, 'a'},    {0xAB, '"'},
    {0xB2, '2'},    {0xB3, '3'},    {0xB4, '\''},   {0xB7, '.'},   {0xB9, '1'},    {0xBA, 'o'},    {0xBB, '"'},
    {0x131, 'i'},   {0x17F, 's'},   {0x251, 'a'},   {0x261, 'g'},  {0x2BC, '\''},  {0x1680, ' '},  {0x1D00, 'a'},
    {0x1D04, 'c'},  {0x1D05, 'd'},  {0x1D07, 'e'},  {0x1D0A, 'j'}, {0x1D0B, 'k'},  {0x1D0D, 'm'},  {0x1D0F, 'o'},
    {0x1D18, 'p'},  {0x1D1B, 't'},  {0x1D1C, 'u'},  {0x1D20, 'v'}, {0x1D21, 'w'},  {0x1D22, 'z'},  {0x2018, '\''},
    {0x2019, '\''}, {0x201A, '\''}, {0x201B, '\''}, {0x201C, '"'}, {0x201D, '"'},  {0x201E, '"'},  {0x201F, '"'},
    {0x2022, '.'},  {0x2024, '.'},  {0x2026, '.'},  {0x2027, '.'}, {0x2028, '\n'}, {0x2029, '\n'}, {0x202F, ' '},
    {0x2032, '\''}, {0x2033, '"'},  {0x2044, '/'},  {0x205F, ' '}, {0x2070, '0'},  {0x212A, 'K'},  {0x2212, '-'},
    {0x2215, '/'},  {0x24EA, '0'},  {0x3000, ' '},  {0x3002, '.'}, {0x30FB, '.'},  {0xFE58, '-'},  {0xFE63, '-'},
    {0xFE6B, '@'},
};

// Where the ten digits of a script begin, in order.
constexpr char32_t digit_rows[] = {0x660,  0x6F0,  0x7C0,  0x966,  0x9E6,  0xA66,  0xAE6, 0xB66,
                                   0xBE6,  0xC66,  0xCE6,  0xD66,  0xE50,  0xED0,  0xF20, 0x1040,
                                   0x17E0, 0x1810, 0x1946, 0x2080, 0xA620, 0xA8D0, 0xFF10};

struct Range {
    char32_t first, last;
};
constexpr Range vanishing[] = {{0xAD, 0xAD},     {0x61C, 0x61C},    {0x115F, 0x1160}, {0x180B, 0x180F},
                               {0x200B, 0x200F}, {0x202A, 0x202E},  {0x2060, 0x206F}, {0xFE00, 0xFE0F},
                               {0xFEFF, 0xFEFF}, {0xE0000, 0xE0FFF}};
constexpr Range marks[] = {{0x300, 0x36F}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF}, {0xFE20, 0xFE2F}};
constexpr Range signs[] = {{0x80, 0xBF},     {0xD7, 0xD7},     {0xF7, 0xF7},     {0x2000, 0x2BFF},
                           {0x3000, 0x303F}, {0xE000, 0xF8FF}, {0xFFF0, 0xFFFF}, {0x1F000, 0x1FAFF}};

template <std::size_t N>
bool within(Range const (&ranges)[N], char32_t code) {
    for (auto const& range : ranges)
        if (code >= range.first && code <= range.last) return true;
    return false;
}

template <std::size_t N>
char find(Pair const (&pairs)[N], char32_t code) {
    auto const at = std::lower_bound(std::begin(pairs), std::end(pairs), code,
                                     [](Pair const& pair, char32_t wanted) { return pair.code < wanted; });
    return at != std::end(pairs) && at->code == code ? at->ascii : '\0';
}

char digit_of(char32_t code) {
    for (char32_t const zero : digit_rows)
        if (code >= zero && code < zero + 10) return static_cast<char>('0' + (code - zero));
    if (code >= 0x1D7CE && code <= 0x1D7FF) return static_cast<char>('0' + (code - 0x1D7CE) % 10);
    if (code >= 0x2460 && code <= 0x2468) return static_cast<char>('1' + (code - 0x2460));
    if (code >= 0x2074 && code <= 0x2079) return static_cast<char>('4' + (code - 0x2074));
    return '\0';
}

char styled_letter_of(char32_t code) {
    if (code >= 0x1D400 && code <= 0x1D6A3) {  // mathematical alphabets, 26 capitals and 26 small letters each
        auto const place = (code - 0x1D400) % 52;
        return static_cast<char>(place < 26 ? 'A' + place : 'a' + place - 26);
    }
    if (code >= 0x24B6 && code <= 0x24CF) return static_cast<char>('A' + (code - 0x24B6));
    if (code >= 0x24D0 && code <= 0x24E9) return static_cast<char>('a' + (code - 0x24D0));
    if (code >= 0x1F130 && code <= 0x1F149) return static_cast<char>('A' + (code - 0x1F130));
    if (code >= 0x1F170 && code <= 0x1F189) return static_cast<char>('A' + (code - 0x1F170));
    return '\0';
}

}  // namespace

Character first_character(std::string_view text) {
    auto const byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    unsigned char const first = byte(0);
    if (first < 0x80) return {first, 1, false};
    std::size_t const size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < size) return {first, 1, true};
    char32_t code = first & (0xFFU >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) {
        if ((byte(i) & 0xC0) != 0x80) return {first, 1, true};
        code = code << 6 | (byte(i) & 0x3FU);
    }
    bool const overlong = (size == 3 && code < 0x800) || (size == 4 && code < 0x10000);
    if (overlong || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return {first, 1, true};
    return {code, size, false};
}

Plain plain_of(char32_t code) {
    if (code >= 0x370 && code <= 0x52F) {
        if (char const ascii = find(word_letters, code)) return {Fold::if_word, ascii};
        return {Fold::foreign, '\0'};
    }
    if (code >= 0xC0 && code < 0x300 && code != 0xD7 && code != 0xF7) {
        if (char const ascii = find(singles, code)) return {Fold::become, ascii};
        return {Fold::keep, '\0'};
    }
    if (within(vanishing, code)) return {Fold::vanish, '\0'};
    if (within(marks, code)) return {Fold::mark, '\0'};
    if (char const ascii = find(singles, code)) return {Fold::become, ascii};
    if (code >= 0x2000 && code <= 0x200A) return {Fold::become, ' '};
    if (code >= 0x2010 && code <= 0x2015) return {Fold::become, '-'};
    if (code >= 0x20A0 && code <= 0x20BF) return {Fold::become, '$'};
    if (code >= 0xFF01 && code <= 0xFF5E) return {Fold::become, static_cast<char>(code - 0xFEE0)};
    if (char const digit = digit_of(code)) return {Fold::become, digit};
    if (char const letter = styled_letter_of(code)) return {Fold::become, letter};
    if (within(signs, code)) return {Fold::become, sign};
    return {Fold::keep, '\0'};
}

char32_t lower_of(char32_t code) {
    if (code >= 0xC0 && code <= 0xDE && code != 0xD7) return code + 0x20;
    if (code == 0x178) return 0xFF;
    bool const even = code % 2 == 0;
    if ((code >= 0x100 && code <= 0x137 && code != 0x130) || (code >= 0x14A && code <= 0x177))
        return code + (even ? 1 : 0);
    if ((code >= 0x139 && code <= 0x148) || (code >= 0x179 && code <= 0x17E)) return code + (even ? 0 : 1);
    if ((code >= 0x391 && code <= 0x3A9) || (code >= 0x410 && code <= 0x42F)) return code + 0x20;
    if (code >= 0x400 && code <= 0x40F) return code + 0x50;
    return code;
}

}  // namespace kith::screen
