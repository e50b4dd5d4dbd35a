#include "scan/entities.hpp"

#include <algorithm>
#include <array>

#include "scan/decode.hpp"

namespace kith::scan {

namespace {

constexpr std::size_t name_bytes_max = 10;
constexpr std::size_t digits_max = 8;

// U+00A0 to U+00FF, in order.
constexpr std::array<std::string_view, 96> latin{
    "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",    "copy",   "ordf",
    "laquo",  "not",    "shy",    "reg",    "macr",   "deg",    "plusmn", "sup2",   "sup3",   "acute",  "micro",
    "para",   "middot", "cedil",  "sup1",   "ordm",   "raquo",  "frac14", "frac12", "frac34", "iquest", "Agrave",
    "Aacute", "Acirc",  "Atilde", "Auml",   "Aring",  "AElig",  "Ccedil", "Egrave", "Eacute", "Ecirc",  "Euml",
    "Igrave", "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde", "Ograve", "Oacute", "Ocirc",  "Otilde", "Ouml",
    "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",  "Uuml",   "Yacute", "THORN",  "szlig",  "agrave", "aacute",
    "acirc",  "atilde", "auml",   "aring",  "aelig",  "ccedil", "egrave", "eacute", "ecirc",  "euml",   "igrave",
    "iacute", "icirc",  "iuml",   "eth",    "ntilde", "ograve", "oacute", "ocirc",  "otilde", "ouml",   "divide",
    "oslash", "ugrave", "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml"};

struct Named {
    std::string_view name;
    char32_t character;
};
constexpr std::array others{
    Named{"amp", U'&'},         Named{"lt", U'<'},          Named{"gt", U'>'},          Named{"quot", U'"'},
    Named{"apos", U'\''},       Named{"ndash", U'\u2013'},  Named{"mdash", U'\u2014'},  Named{"lsquo", U'\u2018'},
    Named{"rsquo", U'\u2019'},  Named{"sbquo", U'\u201A'},  Named{"ldquo", U'\u201C'},  Named{"rdquo", U'\u201D'},
    Named{"bdquo", U'\u201E'},  Named{"bull", U'\u2022'},   Named{"hellip", U'\u2026'}, Named{"euro", U'\u20AC'},
    Named{"trade", U'\u2122'},  Named{"ensp", U'\u2002'},   Named{"emsp", U'\u2003'},   Named{"thinsp", U'\u2009'},
    Named{"zwnj", U'\u200C'},   Named{"zwj", U'\u200D'},    Named{"OElig", U'\u0152'},  Named{"oelig", U'\u0153'},
    Named{"Scaron", U'\u0160'}, Named{"scaron", U'\u0161'}, Named{"Yuml", U'\u0178'},   Named{"commat", U'@'},
    Named{"period", U'.'},      Named{"comma", U','},       Named{"colon", U':'},       Named{"sol", U'/'},
    Named{"lpar", U'('},        Named{"rpar", U')'},        Named{"num", U'#'},         Named{"plus", U'+'},
    Named{"lowbar", U'_'},      Named{"hyphen", U'\u2010'}, Named{"Tab", U'\t'},        Named{"NewLine", U'\n'},
};

char32_t named(std::string_view name) {
    if (auto const* const found = std::ranges::find(latin, name); found != latin.end())
        return static_cast<char32_t>(0xA0 + (found - latin.begin()));
    auto const* const found = std::ranges::find(others, name, &Named::name);
    return found == others.end() ? U'\0' : found->character;
}

bool is_letter_or_digit(char c) { return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z'); }

int digit(char c, unsigned base) {
    if (c >= '0' && c <= '9') return c - '0';
    char const low = static_cast<char>(c | 0x20);
    return base == 16 && low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

// "&#233;", "&#xE9;"
std::size_t numbered(std::string_view bytes, std::string& made) {
    bool const hex = bytes.size() > 2 && (bytes[2] | 0x20) == 'x';
    unsigned const base = hex ? 16 : 10;
    std::size_t const first = hex ? 3 : 2;
    std::size_t at = first;
    char32_t value = 0;
    for (; at < bytes.size() && at < first + digits_max && digit(bytes[at], base) >= 0; ++at)
        value = value * base + static_cast<unsigned>(digit(bytes[at], base));
    if (at == first) return 0;
    // Browsers read 128 to 159 as Windows would.
    if (value >= 0x80 && value < 0xA0)
        made = windows_1252(static_cast<char>(value));
    else
        append_utf8(made, value == 0 ? U' ' : value);
    return at + (at < bytes.size() && bytes[at] == ';' ? 1 : 0);
}

}  // namespace

std::size_t read_entity(std::string_view bytes, std::string& made) {
    made.clear();
    if (bytes.size() < 3) return 0;
    if (bytes[1] == '#') return numbered(bytes, made);
    std::size_t at = 1;
    while (at < bytes.size() && at <= name_bytes_max && is_letter_or_digit(bytes[at])) ++at;
    if (at == bytes.size() || bytes[at] != ';') return 0;
    auto const character = named(bytes.substr(1, at - 1));
    if (character == U'\0') return 0;
    append_utf8(made, character);
    return at + 1;
}

}  // namespace kith::scan
