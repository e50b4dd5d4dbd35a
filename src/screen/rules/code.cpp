#include "screen/rules/code.hpp"

namespace kith::screen::rules {

namespace {

constexpr std::size_t code_letters_max = 5;
constexpr std::size_t joints_max = 3;  // in a row

constexpr char digit_for(char letter) {
    switch (letter) {
        case 'O':
        case 'Q': return '0';
        case 'I':
        case 'L': return '1';
        case 'Z': return '2';
        case 'S': return '5';
        case 'B': return '8';
        default: return '\0';
    }
}

constexpr char letter_for(char digit) {
    switch (digit) {
        case '0': return 'O';
        case '1': return 'I';
        case '2': return 'Z';
        case '5': return 'S';
        case '8': return 'B';
        default: return '\0';
    }
}

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return c >= 'A' && c <= 'Z'; }

}  // namespace

bool is_joint(char c) { return c == '-' || c == '.' || c == '/' || c == '_' || c == '*' || c == '|' || c == '~'; }

std::uint32_t Code::last_token(std::size_t size) const {
    for (std::size_t n = 0; n < count; ++n)
        if (ends[n].size == size) return ends[n].token;
    return none;
}

std::size_t Code::tokens(std::size_t size) const {
    std::size_t n = 0;
    while (n < count && ends[n].size < size) ++n;
    return n + 1;
}

Code read_code(Reader const& reader, std::size_t i, std::size_t bytes_max) {
    Code code;
    std::size_t size = 0, signs = 0;
    for (std::size_t next = i; code.count < code_tokens_max; ++next) {
        if (!reader.has(next) || (next > i && reader.at(next).gap == Gap::line)) break;
        if (reader.at(next).shape == Shape::sign) {
            if (code.count == 0 || !is_joint(reader.sign_at(next)) || ++signs > joints_max) break;
            continue;
        }
        signs = 0;
        auto const word = reader.lower(next);
        if (reader.about(next, topic::digit | topic::repeat) && word.size() > 1 &&
            reader.cased(next) == word) {  // spelled: "oh seven", "double five"
            std::size_t const times =
                reader.about(next, topic::repeat) ? static_cast<std::size_t>(reader.value(next)) : 1;
            char digit = static_cast<char>('0' + reader.value(next));
            if (times > 1) {
                ++next;
                if (reader.about(next, topic::digit))
                    digit = static_cast<char>('0' + reader.value(next));
                else if (reader.lower(next).size() == 1)
                    digit = reader.cased(next)[0];
                else
                    break;
            }
            if (size + times > bytes_max) break;
            for (std::size_t n = 0; n < times; ++n) code.bytes[size++] = digit;
            code.ends[code.count++] = {static_cast<std::uint32_t>(next), static_cast<std::uint8_t>(size)};
            continue;
        }
        if (size + word.size() > bytes_max) break;
        // No code has so long a word in it.
        if (word.size() > code_letters_max && reader.at(next).shape == Shape::word) break;
        for (char const c : word) code.bytes[size++] = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
        code.ends[code.count++] = {static_cast<std::uint32_t>(next), static_cast<std::uint8_t>(size)};
    }
    return code;
}

Fit fit(std::string_view form, std::string_view text) {
    Fit result;
    if (form.size() != text.size()) return result;
    for (std::size_t n = 0; n < form.size(); ++n) {
        char c = text[n];
        char mended = c;
        switch (form[n]) {
            case '9': mended = is_digit(c) ? c : digit_for(c); break;
            case 'A': mended = is_letter(c) ? c : letter_for(c); break;
            case '*': mended = is_digit(c) || is_letter(c) ? c : '\0'; break;
            default: mended = c == form[n] ? c : digit_for(c) == form[n] || letter_for(c) == form[n] ? form[n] : '\0';
        }
        if (mended == '\0') return result;
        result.mended += mended != c ? 1 : 0;
        result.plain[n] = mended;
    }
    result.fits = result.mended * 4 <= text.size();
    return result;
}

}  // namespace kith::screen::rules
