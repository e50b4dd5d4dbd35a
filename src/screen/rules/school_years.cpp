// Ages told by other things: a year at school, a birthday, a decade of life.
#include "screen/rules/rules.hpp"
#include "screen/rules/words.hpp"

namespace kith::screen::rules {

namespace {

constexpr int school_year_max = 13, birthday_max = 115;
constexpr std::string_view year_reason = "This is a year at school. It tells the age almost exactly.";

bool in_school(int year) { return year >= 1 && year <= school_year_max; }
bool grade(std::string_view word) { return any_of(word, {"grade", "grader", "graders"}); }

// The digits that a word begins with, and what is behind them.
struct Leading {
    int value = -1;
    std::string_view rest;
};
Leading leading(std::string_view text) {
    std::size_t n = 0;
    while (n < text.size() && text[n] >= '0' && text[n] <= '9') ++n;
    return {value_of(text.substr(0, n)), text.substr(n)};
}

// "year 9", "yr 11", "grade 3"
void year_and_number(Reader const& reader, std::size_t i, Candidates& found) {
    if (!in_school(value_of(reader.lower(i))) || i == 0 || !follows(reader, i)) return;
    auto const word = reader.lower(i - 1);
    bool const plural = reader.lower(i + 1) == "s" && reader.attached(i + 1);
    if (!any_of(word, {"year", "yr", "grade", "class"}) || plural || reader.is_sign(i + 1, '%')) return;
    bool const of_time =
        i > 1 && any_of(reader.lower(i - 2), {"last", "next", "this", "per", "a", "every", "financial", "tax"});
    float const confidence = word == "class" || (of_time && word == "year") ? 0.3F : 0.62F;
    add(reader, found, i - 1, i, Class::age, confidence, year_reason);
}

// "Y9", "yr11", "9th grade", "18th birthday", "mid-50s"
void joined(Reader const& reader, std::size_t i, Candidates& found) {
    auto const text = reader.lower(i);
    auto const [value, rest] = leading(text);
    bool const ordinal = any_of(rest, {"st", "nd", "rd", "th"});
    if (ordinal && in_school(value) && grade(reader.lower(i + 1)))
        add(reader, found, i, i + 1, Class::age, 0.62F, year_reason);
    if (ordinal && value >= 1 && value <= birthday_max && reader.lower(i + 1) == "birthday")
        add(reader, found, i, i + 1, Class::age, 0.6F);
    if (text.size() >= 2 && text.size() <= 4 && text[0] == 'y') {
        auto const year = leading(text.substr(text.starts_with("yr") ? 2 : 1));
        if (year.rest.empty() && in_school(year.value)) add(reader, found, i, i, Class::age, 0.55F, year_reason);
    }
    bool const decade = text.size() == 3 && text[1] == '0' && text[2] == 's' && i > 0;
    if (!decade) return;
    auto before = i - 1;
    if (reader.is_sign(before, '-') && before > 0) --before;
    if (any_of(reader.lower(before), {"early", "mid", "late", "her", "his", "their", "my"}))
        add(reader, found, i, i, Class::age, 0.4F);
}

// "in her mid-forties", "late eighties"
void decade_in_words(Reader const& reader, std::size_t i, Candidates& found) {
    constexpr std::string_view decades[] = {"twenties", "thirties",  "forties",  "fifties",
                                            "sixties",  "seventies", "eighties", "nineties"};
    auto next = i + 1;
    if (reader.is_sign(next, '-')) ++next;
    if (!follows(reader, next)) return;
    for (auto const decade : decades)
        if (reader.lower(next) == decade) return add(reader, found, i, next, Class::age, 0.52F);
}

// "in reception", "a kindergartner"
void stage(Reader const& reader, Mention const& mention, Candidates& found) {
    auto const i = mention.first;
    auto const next = reader.lower(mention.last + 1);
    if (reader.lower(i) == "reception") {
        bool const in_class = i > 0 && any_of(reader.lower(i - 1), {"in", "starts", "started", "starting"});
        bool const desk = next == "area" || next == "desk";
        if ((!in_class || desk) && !any_of(next, {"class", "aged", "child", "age"})) return;
    }
    add(reader, found, i, mention.last, Class::age, 0.52F, year_reason);
}

}  // namespace

void find_school_years(Reader const& reader, Settings const&, Candidates& found) {
    for (auto const i : reader.numbers())
        if (reader.at(i).shape == Shape::number)
            year_and_number(reader, i, found);
        else
            joined(reader, i, found);
    for (auto const i : reader.dated())
        if (reader.about(i, topic::ordinal) && (grade(reader.lower(i + 1)) || reader.lower(i + 1) == "birthday"))
            add(reader, found, i, i + 1, Class::age, 0.6F,
                grade(reader.lower(i + 1)) ? year_reason : std::string_view{});
    for (auto const& mention : reader.mentions()) {
        if (mention.about(theme::stage)) stage(reader, mention, found);
        if (mention.about(theme::part_of_decade) && mention.first == mention.last)
            decade_in_words(reader, mention.first, found);
    }
}

}  // namespace kith::screen::rules
