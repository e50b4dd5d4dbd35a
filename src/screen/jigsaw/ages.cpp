#include "screen/jigsaw/ages.hpp"

#include <algorithm>
#include <cmath>

#include "screen/jigsaw/plain_words.hpp"
#include "screen/jigsaw/rates.hpp"

namespace kith::screen {

namespace {

constexpr int years_max = 120, first_school_year_age = 5, first_grade_age = 6, school_years = 13;
constexpr double share_of_decade = 0.13, share_of_open_band = 0.3;
// The ages of a second child and on: children of one family are near each other in age.
constexpr double share_of_sibling_age = 0.15;

using Words = std::span<std::string_view const>;

bool is_any(std::string_view word, std::initializer_list<std::string_view> of) {
    return std::ranges::find(of, word) != of.end();
}

// How many of a unit make a year; 0 for a word that is none.
int in_a_year(std::string_view word) {
    if (is_any(word, {"month", "months", "mth", "mths", "mo", "m"})) return 12;
    if (is_any(word, {"week", "weeks", "wk", "wks"})) return 52;
    if (is_any(word, {"day", "days"})) return 365;
    return 0;
}

// The number that begins at `at`, "thirty four" being one, and how many words it takes (0: none).
std::pair<int, std::size_t> number_at(Words words, std::size_t at) {
    int const value = at < words.size() ? number_in(words[at]) : -1;
    if (value < 0) return {0, 0};
    bool const spelled = words[at][0] < '0' || words[at][0] > '9';
    int const next = at + 1 < words.size() ? number_in(words[at + 1]) : -1;
    if (spelled && value >= 20 && value % 10 == 0 && next >= 1 && next <= 9) return {value + next, 2};
    return {value, 1};
}

// What is read so far, word by word.
struct Reading {
    double share = 1;
    bool exact = false;
    int years = -1, count = 0;
    int low = -1;  // a band's lower end, until the upper is read

    void add(double of_everybody, int age, bool is_exact) {
        share *= count == 0 ? of_everybody : share_of_sibling_age;
        if (count++ == 0) years = age;
        exact = exact || is_exact;
    }
};

double share_between(int from, int to) {
    double share = 0;
    for (int age = std::min(from, to); age <= std::max(from, to) && age <= years_max; ++age) share += share_of_age(age);
    return share;
}

std::optional<int> school_year(Words words, std::size_t at) {
    auto const word = words[at];
    auto const next = at + 1 < words.size() ? number_in(words[at + 1]) : -1;
    if (is_any(word, {"year", "yr", "y"}) && next >= 1 && next <= school_years) return next + first_school_year_age;
    if (word == "grade" && next >= 1 && next <= 12) return next + first_grade_age - 1;
    if (is_any(word, {"reception", "kindergarten"})) return first_school_year_age;
    if (at + 2 < words.size() && words[at + 2] == "grade" && is_any(words[at + 1], {"st", "nd", "rd", "th"}))
        if (int const n = number_in(word); n >= 1 && n <= 12) return n + first_grade_age - 1;
    return std::nullopt;
}

}  // namespace

std::optional<Age> age_in(Words words) {
    Reading reading;
    bool open = false, band = false, between = false;
    for (std::size_t at = 0; at < words.size();) {
        auto const word = words[at];
        if (auto const age = school_year(words, at)) {
            reading.add(share_of_age(*age), *age, true);
            at += 2;
            continue;
        }
        open = open || is_any(word, {"under", "over", "below", "above", "older", "younger", "than", "plus"});
        between = between || is_any(word, {"between", "to", "or"});
        if (is_any(word, {"teen",    "teens",     "teenager", "teenage",  "teenagers", "toddler",   "toddlers",
                          "pre",     "preteen",   "tween",    "twenties", "thirties",  "forties",   "fifties",
                          "sixties", "seventies", "eighties", "nineties", "elderly",   "pensioner", "adolescent",
                          "baby",    "newborn",   "infant",   "middle"}))
            band = true;
        auto const [value, size] = number_at(words, at);
        if (size == 0) {
            ++at;
            continue;
        }
        at += size;
        auto const unit = at < words.size() ? words[at] : std::string_view{};
        int const parts = in_a_year(unit);
        if (unit == "s" && value >= 10) {
            band = true;
        } else if (parts > 0 && value < 2 * parts) {
            reading.add(share_of_age(value / parts) / std::min(parts, 52), value / parts, true);
        } else if (value >= 1900 && value <= 2100) {
            reading.add(share_of_age(20), -1, true);  // a year of birth
        } else if (value <= years_max && between && reading.years >= 0 && value - reading.years > 0) {
            reading.share = share_between(reading.years, value);
            reading.exact = value - reading.years < 2;
        } else if (value <= years_max) {
            reading.add(share_of_age(value), value, true);
        }
    }
    if (reading.count == 0) {
        if (!band) return std::nullopt;
        return Age{share_of_decade, false, -1, hash_on("age band")};
    }
    if (open || band) {
        reading.share = std::max(reading.share, open ? share_of_open_band : share_of_decade);
        reading.exact = false;
    }
    char const digits[] = {static_cast<char>('0' + reading.years / 100 % 10),
                           static_cast<char>('0' + reading.years / 10 % 10),
                           static_cast<char>('0' + reading.years % 10)};
    return Age{reading.share, reading.exact, reading.years, hash_on({digits, 3}, hash_on("age "))};
}

}  // namespace kith::screen
