// Days, months, years, seasons, hours, spans of time; a day that somebody was born on.
#include "screen/rules/dates.hpp"

#include <algorithm>
#include <initializer_list>

#include "screen/rules/rules.hpp"

namespace kith::screen::rules {

// 12/03/2011, 12.3.11, 2011-03-12
Read DateReader::numeric(std::size_t i) const {
    char const sign = reader_.sign_at(i + 1);
    if ((sign != '/' && sign != '.' && sign != '-') || !near(i + 1) || !near(i + 2)) return {};
    if (reader_.sign_at(i + 3) != sign || !near(i + 3) || !near(i + 4)) {
        // 12/03, only with a weekday or "on" in front
        bool const led = i > 0 && (any_of(reader_.lower(i - 1), {"on", "dated", "since", "until"}) ||
                                   reader_.about(i - 1, topic::weekday));
        if (sign == '/' && led && day(i) && number(i + 2) >= 1 && number(i + 2) <= 12 && reader_.attached(i + 1) &&
            reader_.attached(i + 2))
            return {i + 2, 0.5F};
        if (sign == '/' && number(i) >= 1 && number(i) <= 12 && is_year(i + 2) && reader_.attached(i + 1) &&
            reader_.attached(i + 2))
            return {i + 2, 0.5F};
        return {};
    }
    int const a = number(i), b = number(i + 2), c = number(i + 4);
    if (a < 0 || b < 1 || c < 0 || reader_.at(i + 2).size() > 2) return {};
    // Another part would make it a version or an address.
    bool const attached =
        reader_.attached(i + 1) && reader_.attached(i + 2) && reader_.attached(i + 3) && reader_.attached(i + 4);
    if (reader_.attached(i + 5) && reader_.sign_at(i + 5) == sign && reader_.attached(i + 6) &&
        reader_.has_digit(i + 6))
        return {};
    bool const day_first = a >= 1 && a <= 31 && b <= 31 && (a <= 12 || b <= 12) && reader_.at(i).size() <= 2;
    bool const year_last = is_year(i + 4) || reader_.at(i + 4).size() == 2;
    bool const year_first = is_year(i) && b <= 12 && c >= 1 && c <= 31;
    if (!(day_first && year_last) && !year_first) return {};
    bool const two_digits = reader_.at(i + 4).size() == 2 && !year_first;
    return {i + 4, !attached ? 0.7F : two_digits && sign == '.' ? 0.6F : two_digits && sign == '-' ? 0.7F : 0.85F};
}

// 12032011 only behind "dob"; 20110312
Read DateReader::compact(std::size_t i) const {
    auto const text = reader_.lower(i);
    if (reader_.at(i).shape != Shape::number || (text.size() != 8 && text.size() != 6)) return {};
    if ((reader_.before(i, 4) & topic::birth) == 0) return {};
    int const d = value_of(text.substr(0, 2)), m = value_of(text.substr(2, 2));
    bool const usual = d >= 1 && d <= 31 && m >= 1 && m <= 31 && (d <= 12 || m <= 12);
    bool const year_first = text.size() == 8 && value_of(text.substr(4, 2)) <= 12 && value_of(text.substr(6)) <= 31;
    return usual || year_first ? Read{i, 0.8F} : Read{};
}

// 12 March 2011, 12th of March, 12-Mar-2011; first to third of May
Read DateReader::day_and_month(std::size_t i) const {
    int value = day(i);
    bool const word = value == 0 && reader_.about(i, topic::ordinal);
    if (word) value = reader_.value(i);
    if (value < 1 || value > 31) return {};
    std::size_t next = i + 1;
    if (reader_.is_sign(next, '-') || reader_.is_sign(next, '/') || reader_.is_sign(next, '.')) ++next;
    next = skip(next, {"of", "day", "st", "nd", "rd", "th"});
    // 12, 14 and 16 March; 12 to 14 March
    for (std::size_t n = 0; n < 3 && !month(next); ++n) {
        auto other = next;
        if (reader_.is_sign(other, ',') || reader_.is_sign(other, '-')) ++other;
        other = skip(other, {"and", "to", "or", "until"});
        if (other == next || day(other) == 0) break;
        next = skip(other + 1, {"of"});
    }
    if (!near(next) || !month(next)) return {};
    auto const last = year_behind(next);
    if (last == next && !sure_month(next) &&
        !(i > 0 && any_of(reader_.lower(i - 1), {"on", "the", "since", "until", "by", "from"})))
        return {};
    if (word && last == next && !sure_month(next)) return {};
    return {last, last != next ? full_date + 0.08F : full_date - 0.12F};
}

// March 12, 2011; March 2011; in March
Read DateReader::month_first(std::size_t i) const {
    if (!month(i)) return {};
    std::size_t day_at = i + 1;
    if (reader_.is_sign(day_at, '.')) ++day_at;
    day_at = skip(day_at, {"the"});
    if (near(day_at) && day(day_at) != 0 && !is_year(day_at) && !reader_.about(day_at + 1, topic::time_unit) &&
        !reader_.is_sign(day_at + 1, ':')) {
        auto const last = year_behind(day_at);
        if (last != day_at || sure_month(i)) return {last, last != day_at ? full_date + 0.08F : full_date - 0.15F};
    }
    auto const last = year_behind(i);
    if (last != i) return {last, month_and_year};
    bool const led =
        i > 0 && (any_of(reader_.lower(i - 1), {"in", "since", "until", "last", "next", "this", "early", "late", "mid",
                                                "of", "by", "from", "during", "and", "between", "previous", "to"}) ||
                  (reader_.is_sign(i - 1, '-') && i > 1 && any_of(reader_.lower(i - 2), {"mid"})));
    if (!sure_month(i) || reader_.at(i).size() < 3) return {};
    if (reader_.lower(i) == "may" || reader_.lower(i) == "march" || reader_.at(i).size() == 3)
        return led && reader_.capital(i) ? Read{i, 0.4F} : Read{};
    return {i, led ? 0.45F : 0.38F};
}

// 1994, 2019/20, the 1990s
Read DateReader::year(std::size_t i) const {
    auto const text = reader_.lower(i);
    if (reader_.at(i).shape == Shape::mixed && text.size() == 5 && text[4] == 's' &&
        value_of(text.substr(0, 4)) >= 1600 && value_of(text.substr(0, 4)) <= 2090)
        return {i, year_alone};
    if (!is_year(i) || number(i) < 1700) return {};
    if (reader_.attached(i) && i > 0 &&
        (reader_.is_sign(i - 1, '$') || reader_.is_sign(i - 1, '#') || reader_.is_sign(i - 1, '/') ||
         reader_.is_sign(i - 1, ',')))
        return {};
    if (reader_.attached(i + 1) &&
        (reader_.sign_at(i + 1) == '\0' || reader_.is_sign(i + 1, '%') || reader_.is_sign(i + 1, '@')))
        return {};
    if (reader_.about(i + 1, topic::money | topic::measure)) return {};
    std::size_t last = i;
    if ((reader_.is_sign(i + 1, '/') || reader_.is_sign(i + 1, '-')) && reader_.attached(i + 1) &&
        reader_.attached(i + 2) && reader_.at(i + 2).shape == Shape::number &&
        (reader_.at(i + 2).size() == 2 || is_year(i + 2)))
        last = i + 2;
    bool const led =
        i > 0 && any_of(reader_.lower(i - 1), {"in", "since", "until", "during", "from", "by", "of", "year", "before",
                                               "after", "late", "early", "between", "and", "circa"});
    return {last, led ? 0.45F : year_alone};
}

void DateReader::put(std::size_t first, Read read) {
    if (read.confidence == 0) return;
    until_ = read.last + 1;
    if (reader_.about(first - 1, topic::weekday) && first > 0 && reader_.at(first).gap != Gap::line)
        --first;
    else if (first > 1 && reader_.is_sign(first - 1, ',') && reader_.about(first - 2, topic::weekday))
        first -= 2;
    // "late 1980s", "early March": the words belong together.
    if (first > 0 && reader_.at(first).gap == Gap::space &&
        (month(first) || is_year(first) || reader_.at(first).shape == Shape::mixed) &&
        any_of(reader_.lower(first - 1), {"late", "early", "mid"}))
        --first;
    bool const exact = read.confidence >= 0.5F;
    bool born = false;
    for (std::size_t n = 1; n <= 6 && n <= first && !born; ++n) {
        if (reader_.ends_sentence(first - n) &&
            !(reader_.is_sign(first - n, '.') && reader_.at(first - n - 1).size() <= 2))
            break;
        born = reader_.about(first - n, topic::birth) && reader_.lower(first - n) != "aged" &&
               reader_.lower(first - n) != "birthdays";
    }
    bool const initials = behind_initials(first);
    auto const behind = reader_.after(read.last + 1, 3);
    if (!born)
        born = (behind & topic::birth) != 0 && exact && reader_.lower(read.last + 1) != "aged" &&
               reader_.lower(read.last + 1) != "born";
    float confidence = read.confidence;
    Class what = Class::date;
    if ((born || initials) && exact && read.confidence >= 0.6F && !(is_year(first) && read.last == first) &&
        !month(first - 1) && (!month(first) || read.last > first + 1)) {
        what = Class::dob;
        confidence = 0.93F;
    } else if (born) {
        confidence = std::max(confidence, 0.6F);
    } else if (confidence < with_event && event_near(first, read.last)) {
        confidence = with_event;
    }
    found_.push_back({reader_.at(first).start, reader_.at(read.last).end, what, confidence});
}

void DateReader::look_at_number(std::size_t i) {
    if (i < until_) return;
    if (i > 0 && reader_.attached(i) && reader_.sign_at(i - 1) == '\0') return;
    for (auto const read : {&DateReader::numeric, &DateReader::compact, &DateReader::day_and_month, &DateReader::clock,
                            &DateReader::span, &DateReader::year})
        if (auto const date = (this->*read)(i); date.confidence > 0) return put(i, date);
}

void DateReader::look_at_word(std::size_t i) {
    if (i < until_) return;
    for (auto const read : {&DateReader::day_and_month, &DateReader::month_first, &DateReader::span,
                            &DateReader::relative, &DateReader::season})
        if (auto const date = (this->*read)(i); date.confidence > 0) return put(i, date);
}

void find_dates(Reader const& reader, Settings const&, Candidates& found) {
    DateReader dates(reader, found);
    auto const& numbers = reader.numbers();
    auto const& words = reader.dated();
    for (std::size_t n = 0, w = 0; n < numbers.size() || w < words.size();) {
        if (w == words.size() || (n < numbers.size() && numbers[n] < words[w]))
            dates.look_at_number(numbers[n++]);
        else
            dates.look_at_word(words[w++]);
    }
}

}  // namespace kith::screen::rules
