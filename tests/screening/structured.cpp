#include "screening/structured.hpp"

#include <array>

#include "screen/check_digits.hpp"
#include "screening/structured_kinds.hpp"

namespace kith::structured {

using screen::Class;
namespace check = screen::check;

namespace {

constexpr std::array<std::string_view, 10> digit_words{"zero", "one", "two",   "three", "four",
                                                       "five", "six", "seven", "eight", "nine"};

// "oh seven double four"
std::string spelled(std::string_view digits, Dice& dice) {
    std::string words;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (digits[i] < '0' || digits[i] > '9') continue;
        if (!words.empty()) words += ' ';
        bool const twice = i + 1 < digits.size() && digits[i + 1] == digits[i] && dice.one_in(2);
        if (twice) words += "double ";
        auto const value = static_cast<std::size_t>(digits[i] - '0');
        words += value == 0 && dice.one_in(2) ? "oh"
                 : dice.one_in(5)             ? std::string(1, digits[i])
                                              : std::string(digit_words[value]);
        if (twice) ++i;
    }
    return words;
}

std::string spaced_out(std::string_view text, char with) {
    std::string result;
    for (char const c : text) {
        if (c == ' ' || c == '-') continue;
        if (!result.empty()) result += with;
        result += c;
    }
    return result;
}

std::string full_width(std::string_view text) {
    std::string result;
    for (char const c : text) {
        if (c <= ' ') {
            result += c;
            continue;
        }
        auto const code = 0xFF01U + static_cast<unsigned>(c - '!');
        result += static_cast<char>(0xE0 | (code >> 12));
        result += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
        result += static_cast<char>(0x80 | (code & 0x3F));
    }
    return result;
}

std::string with_invisible(std::string_view text, Dice& dice) {
    constexpr std::array<std::string_view, 4> unseen{"\xE2\x80\x8B", "\xE2\x80\x8D", "\xC2\xAD", "\xEF\xBB\xBF"};
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i > 0 && dice.one_in(3)) result += dice.any(unseen);
        result += text[i];
    }
    return result;
}

// Cyrillic letters for Latin ones.
std::string cyrillic(std::string_view text) {
    std::string result;
    for (char const c : text) switch (c) {
            case 'A': result += "\xD0\x90"; break;
            case 'B': result += "\xD0\x92"; break;
            case 'E': result += "\xD0\x95"; break;
            case 'K': result += "\xD0\x9A"; break;
            case 'M': result += "\xD0\x9C"; break;
            case 'H': result += "\xD0\x9D"; break;
            case 'O': result += "\xD0\x9E"; break;
            case 'P': result += "\xD0\xA0"; break;
            case 'C': result += "\xD0\xA1"; break;
            case 'T': result += "\xD0\xA2"; break;
            case 'a': result += "\xD0\xB0"; break;
            case 'e': result += "\xD0\xB5"; break;
            case 'o': result += "\xD0\xBE"; break;
            case 'p': result += "\xD1\x80"; break;
            case 'c': result += "\xD1\x81"; break;
            default: result += c;
        }
    return result;
}

// O for 0, l for 1.
std::string letters_for_digits(std::string_view text, Dice& dice) {
    std::string result;
    std::size_t changed = 0;
    for (char const c : text) {
        bool const change = changed < 3 && dice.one_in(2);
        if (c == '0' && change)
            result += 'O', ++changed;
        else if (c == '1' && change)
            result += 'l', ++changed;
        else
            result += c;
    }
    return result;
}

std::string email_in_words(std::string_view text, Dice& dice) {
    constexpr std::array<std::string_view, 4> ats{" at ", " (at) ", "[at]", " AT "},
        dots{" dot ", " (dot) ", "[dot]", " DOT "};
    auto const style = dice.under(ats.size());
    std::string result;
    bool host = false;
    for (char const c : text) {
        if (c == '@')
            result += ats[style], host = true;
        else if (c == '.' && (host || style == 0))
            result += dots[style];
        else
            result += c;
    }
    return result;
}

std::string hidden(Kind const& kind, std::string_view text, Dice& dice) {
    if (kind.what == Class::email) return dice.one_in(4) ? with_invisible(text, dice) : email_in_words(text, dice);
    if (kind.what == Class::url || kind.what == Class::handle || kind.what == Class::address)
        return dice.one_in(2) ? with_invisible(text, dice) : cyrillic(text);
    auto const way = dice.under(kind.in_digits ? 6 : 4);
    switch (way) {
        case 0: return full_width(text);
        case 1: return with_invisible(text, dice);
        case 2:
            return kind.what == Class::dob || kind.what == Class::court_case || kind.what == Class::docket ||
                           kind.what == Class::ssn
                       ? with_invisible(text, dice)
                       : spaced_out(text, dice.one_in(3)   ? '.'
                                          : dice.one_in(2) ? '-'
                                                           : ' ');
        case 3: return kind.in_digits ? letters_for_digits(text, dice) : cyrillic(text);
        default: return spelled(text, dice);
    }
}

}  // namespace

std::vector<Case> valid_cases(std::uint64_t seed, std::size_t count) {
    Dice dice(seed);
    std::vector<Case> cases;
    for (auto const& kind : kinds())
        for (std::size_t i = 0; i < count; ++i) cases.push_back(place(dice.any(kind.sentences), kind.make(dice), kind));
    return cases;
}

std::vector<Case> hidden_cases(std::uint64_t seed, std::size_t count) {
    Dice dice(seed);
    std::vector<Case> cases;
    for (auto const& kind : kinds())
        for (std::size_t i = 0; i < count; ++i) {
            auto const plain = kind.make(dice);
            cases.push_back(place(dice.any(kind.sentences), hidden(kind, plain, dice), kind));
        }
    return cases;
}

std::vector<Case> near_misses(std::uint64_t seed, std::size_t count) {
    Dice dice(seed);
    std::vector<Case> cases;
    auto const put = [&](std::string_view name, Class what, std::string_view sentence, std::string const& text) {
        cases.push_back(place(sentence, text, {name, what, nullptr, {}}));
    };
    auto const spoiled = [&](auto make, auto fits) {
        return until([&] { return make(); }, [&](std::string const& text) { return !fits(text); });
    };
    for (std::size_t i = 0; i < count; ++i) {
        put("ten digits of an order", Class::nhs_number, "order $ has shipped", dice.digits(10, true));
        put("ten digits, wrong check", Class::nhs_number, "the reading was $ today",
            spoiled([&] { return dice.letter("467") + dice.digits(9); }, check::nhs));
        put("sixteen digits, wrong check", Class::other_id, "serial $ on the box",
            spoiled([&] { return "4" + dice.digits(15); }, check::luhn));
        put("area that was never given out", Class::ssn, "part $ is in stock",
            "000-" + two(1 + dice.under(99)) + "-" + dice.digits(4, true));
        put("prefix that was never given out", Class::nino, "item $ in the list", "GB" + dice.digits(6) + "A");
        put("pupil number, wrong letter", Class::upn, "model $ is out",
            spoiled([&] { return dice.letters(1, "ABCD") + dice.digits(12); }, check::upn));
        put("a time", Class::phone, "we met at $ for tea", two(1 + dice.under(12)) + ":" + two(dice.under(60)));
        put("a sum", Class::phone, "it cost \xC2\xA3$ in all",
            dice.digits(2, true) + "," + dice.digits(3) + "." + dice.digits(2));
        put("a version", Class::other_id, "version $ is out",
            dice.digits(1, true) + "." + dice.digits(1) + "." + dice.digits(1));
        put("a count", Class::case_number, "there were $ people there", dice.digits(3, true));
        put("a book", Class::nhs_number, "ISBN $ is worth reading", dice.digits(10, true));
        put("letters that are no postcode", Class::postcode, "see form $ for that",
            dice.letters(2, "QVX") + dice.digits(1) + " " + dice.digits(1) + "CI");
        put("a score", Class::docket, "they won $ on Saturday", dice.digits(1) + "-" + dice.digits(1));
        put("years", Class::phone, "from $ it got harder", "19" + dice.digits(2) + "-20" + dice.digits(2));
        put("a motorway and a time", Class::postcode, "M$ it was busy",
            dice.digits(1, true) + " at " + dice.digits(1, true) + "pm");
        put("minutes on foot", Class::address, "it is a $ from here", dice.digits(2, true) + " minute walk");
    }
    return cases;
}

}  // namespace kith::structured
