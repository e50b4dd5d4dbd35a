#include "screen/broader/wordings.hpp"
#include "screen/lexicon.hpp"

namespace kith::screen::broader {

namespace {

struct Day {
    int year = 0, month = 0;
};

bool digit(char c) { return c >= '0' && c <= '9'; }

int month_of(std::string_view word) {
    auto const& known = word_at(look_up(word, word_hash(word)));
    return (known.topics & topic::month) ? known.value : 0;
}

// Year and month, as far as the words name them. Of days in numbers alone the month stands in the middle.
Day read(std::string_view words) {
    Day day;
    int numbers[3]{};
    std::size_t count = 0;
    for (std::size_t at = 0; at < words.size();) {
        auto const start = at;
        if (digit(words[at])) {
            int value = 0;
            for (; at < words.size() && digit(words[at]); ++at)
                value = at - start < 6 ? value * 10 + (words[at] - '0') : value;
            if (at - start == 4) day.year = value;
            if (count < 3) numbers[count++] = value;
        } else if (words[at] >= 'a' && words[at] <= 'z') {
            while (at < words.size() && words[at] >= 'a' && words[at] <= 'z') ++at;
            if (int const month = month_of(words.substr(start, at - start)); month != 0) day.month = month;
        } else {
            ++at;
        }
    }
    if (day.month == 0 && count == 3) {
        day.month = numbers[1] <= 12 ? numbers[1] : numbers[0] <= 12 ? numbers[0] : 0;
        if (day.year == 0) day.year = numbers[2] < 40 ? 2000 + numbers[2] : 1900 + numbers[2];
    }
    return day;
}

std::string_view season_of(int month) {
    return month >= 3 && month <= 5    ? "spring"
           : month >= 6 && month <= 8  ? "summer"
           : month >= 9 && month <= 11 ? "autumn"
                                       : "winter";
}

// How many seasons ago; December counts to the winter of the year that begins.
int seasons(Day day) { return (day.year + (day.month == 12 ? 1 : 0)) * 4 + day.month % 12 / 3; }

std::string season_said(Day day, Today today) {
    auto const season = std::string(season_of(day.month));
    if (day.year == 0) return season;
    if (today.year == 0) return season + " " + std::to_string(day.year);
    int const ago = seasons({today.year, today.month == 0 ? 6 : today.month}) - seasons(day);
    if (ago == 0) return "this " + season;
    if (ago > 0 && ago <= 4) return "last " + season;
    if (ago < 0 && ago >= -4) return "next " + season;
    return season + " " + std::to_string(day.year);
}

std::string years_said(int years) {
    if (years < 0) return "in some years";
    if (years <= 1) return "about a year ago";
    if (years <= 5) return "a few years ago";
    if (years <= 15) return "some years ago";
    return "a long time ago";
}

}  // namespace

Wordings for_date(std::string_view words, Today today) {
    auto const day = read(words);
    if (day.month != 0 && (day.year != 0 || words.find_first_of("0123456789") != words.npos)) {
        Wordings wordings{season_said(day, today)};
        if (day.year != 0 && today.year != 0 && today.year - day.year > 1)
            wordings.push_back(years_said(today.year - day.year));
        else
            wordings.emplace_back(day.year == today.year || day.year == 0 ? "recently" : "a while ago");
        return wordings;
    }
    if (day.month != 0) return {std::string(season_of(day.month)), "recently"};
    if (day.year != 0) return {today.year != 0 ? years_said(today.year - day.year) : "some years ago", "in the past"};
    for (std::string_view const unit : {"year", "month", "week", "day", "hour", "minute"})
        if (words.find(unit) != words.npos) {
            if (words.find("ago") != words.npos || words.starts_with("last"))
                return {unit == "year" || unit == "month" ? "a while ago" : "recently"};
            return {"a few " + std::string(unit) + "s"};
        }
    if (words.find("next") != words.npos || words.find("tomorrow") != words.npos) return {"soon"};
    if (words.find("am") != words.npos || words.find("pm") != words.npos || words.find(':') != words.npos)
        return {"during the day"};
    return {"recently", "the other day"};
}

Wordings for_birth_date(std::string_view words, Today today) {
    auto const day = read(words);
    if (day.year == 0 || today.year == 0 || day.year > today.year) return {"their date of birth"};
    int const years = today.year - day.year - (day.month > today.month && today.month != 0 ? 1 : 0);
    auto wordings = for_age(std::to_string(years < 0 ? 0 : years));
    wordings.emplace_back("their date of birth");
    return wordings;
}

}  // namespace kith::screen::broader
