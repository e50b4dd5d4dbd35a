#include "base/text.hpp"

#include <cstdint>

namespace kith::text {

namespace {

// The bytes of the well-formed sequence that begins at `at`, or 0. Table 3-7 of the Unicode Standard.
std::size_t sequence_bytes(std::string_view text, std::size_t at) {
    auto const byte = [&](std::size_t i) { return i < text.size() ? static_cast<std::uint8_t>(text[i]) : 0u; };
    auto const tail = [&](std::size_t i) { return (byte(i) & 0xC0u) == 0x80u; };
    unsigned const first = byte(at), second = byte(at + 1);
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first <= 0xDF) return tail(at + 1) ? 2 : 0;
    if (first >= 0xE0 && first <= 0xEF) {
        unsigned const low = first == 0xE0 ? 0xA0 : 0x80, high = first == 0xED ? 0x9F : 0xBF;
        return second >= low && second <= high && tail(at + 2) ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        unsigned const low = first == 0xF0 ? 0x90 : 0x80, high = first == 0xF4 ? 0x8F : 0xBF;
        return second >= low && second <= high && tail(at + 2) && tail(at + 3) ? 4 : 0;
    }
    return 0;
}

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' || c == '\v'; }
bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

// U+202A–202E is E2 80 AA–AE, U+2066–2069 is E2 81 A6–A9.
bool turns_direction(std::string_view sequence) {
    if (sequence.size() != 3 || sequence[0] != '\xE2') return false;
    auto const last = static_cast<unsigned char>(sequence[2]);
    if (sequence[1] == '\x80') return last >= 0xAA && last <= 0xAE;
    return sequence[1] == '\x81' && last >= 0xA6 && last <= 0xA9;
}

}  // namespace

bool is_utf8(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        auto const bytes = sequence_bytes(text, at);
        if (bytes == 0) return false;
        at += bytes;
    }
    return true;
}

std::size_t characters(std::string_view text) {
    std::size_t count = 0;
    for (char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return count;
}

std::string_view trim(std::string_view text) {
    while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
    return text;
}

std::string one_line(std::string_view text) {
    text = trim(text);
    std::string line;
    line.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        auto const bytes = std::max<std::size_t>(1, sequence_bytes(text, at));
        auto const sequence = text.substr(at, bytes);
        at += bytes;
        if (is_space(sequence[0])) {
            if (!line.empty() && line.back() != ' ') line += ' ';
        } else if (!is_control(sequence[0]) && !turns_direction(sequence)) {
            line += sequence;
        }
    }
    return line;
}

std::string many_lines(std::string_view text) {
    std::string lines;
    lines.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        char const c = text[at];
        if (c == '\r') {
            if (at + 1 == text.size() || text[at + 1] != '\n') lines += '\n';
        } else if (c == '\n' || c == '\t' || !is_control(c)) {
            lines += c;
        }
    }
    while (!lines.empty() && is_space(lines.back())) lines.pop_back();
    return lines;
}

std::string shortened(std::string_view text, std::size_t characters_max) {
    if (characters(text) <= characters_max) return std::string{text};
    std::size_t at = 0;
    for (std::size_t kept = 0; kept + 1 < characters_max && at < text.size(); ++kept)
        at += std::max<std::size_t>(1, sequence_bytes(text, at));
    return std::string{trim(text.substr(0, at))} + "…";
}

std::string ascii_lower(std::string_view text) {
    std::string lower{text};
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

}  // namespace kith::text
