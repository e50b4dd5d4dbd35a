#include "screen/jigsaw/explain.hpp"

#include <cmath>

namespace kith::screen {

namespace {

constexpr std::size_t words_bytes_max = 40, words_named_max = 5;

std::string quoted(std::string_view words) {
    bool const longer = words.size() > words_bytes_max;
    if (longer) {
        std::size_t end = words_bytes_max;
        while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0) == 0x80) --end;
        words = words.substr(0, end);
    }
    std::string all = "\u201C";
    for (char const c : words) all += c == '\n' || c == '\r' || c == '\t' ? ' ' : c;
    if (longer) all += "\u2026";
    return all += "\u201D";
}

std::string list_of(std::span<std::string_view const> words, bool earlier) {
    std::string all;
    std::size_t const named = words.size() > words_named_max ? words_named_max - 1 : words.size();
    std::size_t const parts = named + (named < words.size()) + earlier;
    std::size_t part = 0;
    auto const add = [&](std::string const& next) {
        if (part > 0) all += part + 1 == parts ? " and " : ", ";
        all += next;
        ++part;
    };
    for (auto const one : words.first(named)) add(quoted(one));
    if (named < words.size()) add("more");
    if (earlier) add("what you wrote here before");
    return all;
}

std::string_view rule_sentence(Rule rule) {
    switch (rule) {
        case Rule::hearing: return "The day of a hearing and the court lead to one family. ";
        case Rule::school_year: return "A school and an age are enough for anyone there to know who it is. ";
        case Rule::news: return "People will have heard of this, and can look up who it was. ";
        case Rule::birth_date: return "A birth date leads to one person. ";
        case Rule::judgment: return "The case can be looked up, and with it the family. ";
        case Rule::none: break;
    }
    return {};
}

}  // namespace

std::string about(double people) {
    if (people < 1.5) return "one person";
    double step = 1;
    while (people / step >= 100) step *= 10;
    if (people < 20) step = 1;
    auto whole =
        static_cast<unsigned long long>(std::llround(std::min(people, 1e12) / step) * static_cast<long long>(step));
    std::string digits = std::to_string(whole);
    for (std::size_t at = digits.size(); at > 3; at -= 3) digits.insert(at - 3, ",");
    return "about " + digits + " people";
}

std::string explain(Combined const& sum, std::span<std::string_view const> words, bool earlier,
                    std::string_view broaden, std::optional<double> people_then) {
    if (sum.danger == Danger::none) return {};
    std::string sentence{rule_sentence(sum.rule)};
    bool const several = words.size() + earlier > 1;
    if (sum.rule == Rule::none || several) {
        sentence +=
            several ? "Taken together, " + list_of(words, earlier) + " fit " : list_of(words, earlier) + " fits ";
        sentence += about(sum.people);
        if (sum.rule == Rule::none && !sum.has_place) sentence += " in an area like yours";
        sentence += ". ";
    }
    if (!broaden.empty()) {
        sentence += several ? "Make " + quoted(broaden) + " broader first" : "Could you say it more broadly";
        if (several && people_then && sum.rule == Rule::none && *people_then > 2 * sum.people)
            sentence += ": then it could be " + about(*people_then);
        sentence += several ? "." : "?";
    }
    while (!sentence.empty() && sentence.back() == ' ') sentence.pop_back();
    return sentence;
}

}  // namespace kith::screen
