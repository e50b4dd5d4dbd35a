#include "base/words.hpp"

#include <algorithm>

namespace kith::words {

namespace {

struct Character {
    enum class Kind { letter, mark, apostrophe, parting } kind = Kind::parting;
    char32_t value = 0;
    std::size_t bytes = 1;
};

// A mark that stands over the letter before it; folding leaves it out.
constexpr bool is_mark(char32_t c) { return c >= 0x300 && c <= 0x36F; }
constexpr bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x2BC; }
constexpr bool is_ascii_letter(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool parts_words(char32_t c) {
    return std::ranges::any_of(parting_ranges(), [&](Parting range) { return c >= range.first && c <= range.last; });
}

// Of what is not UTF-8, one byte that parts words.
Character character_at(std::string_view text, std::size_t at) {
    auto const byte = [&](std::size_t i) {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0u;
    };
    unsigned const first = byte(0);
    Character found;
    if (first < 0x80) {
        found.value = first;
    } else {
        std::size_t const bytes = first >= 0xF0 && first <= 0xF4 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 1;
        if (bytes == 1 || first > 0xF4) return found;
        char32_t value = first & (0xFFu >> (bytes + 1));
        for (std::size_t i = 1; i < bytes; ++i) {
            if ((byte(i) & 0xC0u) != 0x80u) return found;
            value = value << 6 | (byte(i) & 0x3Fu);
        }
        found.value = value;
        found.bytes = bytes;
    }
    using Kind = Character::Kind;
    if (is_apostrophe(found.value))
        found.kind = Kind::apostrophe;
    else if (is_mark(found.value))
        found.kind = Kind::mark;
    else if (found.value < 0x80 ? is_ascii_letter(found.value) : !parts_words(found.value))
        found.kind = Kind::letter;
    return found;
}

void fold_into(std::string& plain, std::string_view bytes, char32_t value) {
    if (value < 0x80) {
        plain += static_cast<char>(value >= 'A' && value <= 'Z' ? value + ('a' - 'A') : value);
        return;
    }
    auto const table = folded_characters();
    auto const found = std::ranges::lower_bound(table, value, {}, &Folded::character);
    plain += found != table.end() && found->character == value ? found->into : bytes;
}

// "'s" at the end of a word, seen from its apostrophe.
bool ends_in_s(std::string_view text, std::size_t after_apostrophe) {
    auto at = after_apostrophe;
    if (at >= text.size() || (text[at] != 's' && text[at] != 'S')) return false;
    for (++at; at < text.size();) {
        auto const next = character_at(text, at);
        if (next.kind != Character::Kind::mark) return next.kind == Character::Kind::parting;
        at += next.bytes;
    }
    return true;
}

void cut_to_characters(std::string& plain, std::size_t most) {
    std::size_t characters = 0;
    for (std::size_t i = 0; i < plain.size(); ++i)
        if ((static_cast<unsigned char>(plain[i]) & 0xC0) != 0x80 && characters++ == most) return plain.resize(i);
}

}  // namespace

bool Reader::next(Word& word) {
    using Kind = Character::Kind;
    word.plain.clear();
    bool after_apostrophe = false;
    while (at_ < text_.size()) {
        auto const character = character_at(text_, at_);
        auto const bytes = text_.substr(at_, character.bytes);
        bool const in_word = !word.plain.empty();
        if (character.kind == Kind::letter) {
            if (!in_word) word.begin = at_;
            // What is cut off is not even gathered.
            if (word.plain.size() <= word_characters_max * 4) fold_into(word.plain, bytes, character.value);
            word.end = at_ + character.bytes;
            after_apostrophe = false;
        } else if (character.kind == Kind::apostrophe) {
            if (in_word && !after_apostrophe && ends_in_s(text_, at_ + character.bytes)) {
                at_ += character.bytes + 1;
                break;
            }
            after_apostrophe = true;
        } else if (character.kind == Kind::parting) {
            if (in_word) break;
            after_apostrophe = false;
        }
        at_ += character.bytes;
    }
    cut_to_characters(word.plain, word_characters_max);
    return !word.plain.empty();
}

}  // namespace kith::words
