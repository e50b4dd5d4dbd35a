#include "domain/pens/likeness.hpp"

#include <algorithm>
#include <vector>

#include "base/words.hpp"

namespace kith::pens {

namespace {

// Digits and letters that are drawn like others.
char drawn_like(char letter) {
    switch (letter) {
        case '0': return 'o';
        case '1':
        case 'i': return 'l';
        case '3': return 'e';
        case '4': return 'a';
        case '5': return 's';
        case '7': return 't';
        case '8': return 'b';
        default: return letter;
    }
}

// Its words, each as it is drawn.
std::vector<std::string> parts_of(std::string_view name) {
    std::vector<std::string> parts;
    words::Reader reader{name};
    for (words::Word word; reader.next(word);) {
        std::ranges::transform(word.plain, word.plain.begin(), drawn_like);
        // Two that are drawn like one.
        for (auto at = word.plain.find("rn"); at != word.plain.npos; at = word.plain.find("rn"))
            word.plain.replace(at, 2, "m");
        for (auto at = word.plain.find("vv"); at != word.plain.npos; at = word.plain.find("vv"))
            word.plain.replace(at, 2, "w");
        parts.push_back(std::move(word.plain));
    }
    return parts;
}

std::string joined(std::vector<std::string> const& parts) {
    std::string text;
    for (auto const& part : parts) text += part;
    return text;
}

// A letter or a sign that a name can have; the letters of Latin script end before U+0250.
bool is_plain(unsigned char first, unsigned char second) {
    if (first >= 0x80) return (first >= 0xC3 && first <= 0xC8) || (first == 0xC9 && second < 0x90);
    return (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z') || (first >= '0' && first <= '9') ||
           first == ' ' || first == '-' || first == '\'' || first == '.';
}

}  // namespace

std::string likeness_of(std::string_view name) { return joined(parts_of(name)); }

bool looks_like(std::string_view pen_name, std::string_view name_of_member) {
    auto mine = parts_of(pen_name);
    auto theirs = parts_of(name_of_member);
    auto const whole = joined(mine);
    if (whole.empty()) return false;
    if (whole == joined(theirs) || std::ranges::find(theirs, whole) != theirs.end()) return true;
    std::ranges::sort(mine);
    std::ranges::sort(theirs);
    return mine == theirs;
}

bool is_plain(std::string_view pen_name) {
    for (std::size_t at = 0; at < pen_name.size(); ++at) {
        auto const first = static_cast<unsigned char>(pen_name[at]);
        auto const second = at + 1 < pen_name.size() ? static_cast<unsigned char>(pen_name[at + 1]) : 0;
        if (!is_plain(first, static_cast<unsigned char>(second))) return false;
        if (first >= 0x80) ++at;
    }
    return true;
}

}  // namespace kith::pens
