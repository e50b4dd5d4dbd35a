// Days, months, years, seasons, hours, spans of time; a day that somebody was born on.
#include <algorithm>
#include <initializer_list>

#include "screen/rules/rules.hpp"
#include "screen/rules/words.hpp"

namespace kith::screen::rules {

namespace {

constexpr float full_date = 0.8F, month_and_year = 0.65F, year_alone = 0.36F, near_day_alone = 0.34F,
                span_alone = 0.38F;
constexpr float with_event = 0.58F;

struct Read {
    std::size_t last = 0;
    float confidence = 0;
};

class DateReader {
public:
    DateReader(Reader const& reader, Candidates& found) : reader_(reader), found_(found) {}

    void look_at_number(std::size_t i);
    void look_at_word(std::size_t i);

private:
    int number(std::size_t i) const { return reader_.at(i).shape == Shape::number ? value_of(reader_.lower(i)) : -1; }
    bool is_year(std::size_t i) const {
        if (reader_.at(i).shape != Shape::number || reader_.at(i).size() != 4) return false;
        int const year = number(i);
        return year >= 1600 && year <= 2099;
    }
    // "12", "12th"; 0 for none.
    int day(std::size_t i) const {
        auto const text = reader_.lower(i);
        int value = number(i);
        if (value < 0 && reader_.at(i).shape == Shape::mixed && text.size() >= 3 && text.size() <= 4 &&
            any_of(text.substr(text.size() - 2), {"st", "nd", "rd", "th"}))
            value = value_of(text.substr(0, text.size() - 2));
        return value >= 1 && value <= 31 && text.size() <= 4 ? value : 0;
    }
    bool month(std::size_t i) const { return reader_.about(i, topic::month); }
    // May, March, Jan and the like are other words besides.
    bool sure_month(std::size_t i) const {
        return month(i) && (reader_.capital(i) || !any_of(reader_.lower(i), {"may", "march", "mar", "jan", "dec", "sep",
                                                                             "jun", "april", "june"}));
    }
    bool near(std::size_t i) const { return reader_.has(i) && reader_.at(i).gap != Gap::line; }
    std::size_t skip(std::size_t i, std::initializer_list<std::string_view> words) const {
        while (near(i) && any_of(reader_.lower(i), words)) ++i;
        return i;
    }
    // A year behind `i`, over a comma: 2011, '11. Answers the last token, or `i`.
    std::size_t year_behind(std::size_t i) const {
        std::size_t next = i + 1;
        if (reader_.is_sign(next, ',') || reader_.is_sign(next, '.') || reader_.is_sign(next, '-') ||
            reader_.is_sign(next, '/'))
            ++next;
        next = skip(next, {"of", "in"});
        if (near(next) && is_year(next)) return next;
        if (reader_.is_sign(next, '\'') && reader_.at(next + 1).size() == 2 && number(next + 1) >= 0) return next + 1;
        if (reader_.is_sign(i + 1, '-') && reader_.attached(i + 1) && reader_.attached(i + 2) &&
            reader_.at(i + 2).size() == 2 && number(i + 2) >= 0)
            return i + 2;
        return i;
    }

    Read numeric(std::size_t i) const;
    Read compact(std::size_t i) const;
    Read day_and_month(std::size_t i) const;
    Read month_first(std::size_t i) const;
    Read clock(std::size_t i) const;
    Read span(std::size_t i) const;
    Read year(std::size_t i) const;
    Read relative(std::size_t i) const;
    Read season(std::size_t i) const;
    bool behind_initials(std::size_t first) const;
    bool event_near(std::size_t first, std::size_t last) const;
    void put(std::size_t first, Read read);

    Reader const& reader_;
    Candidates& found_;
    std::size_t until_ = 0;  // tokens before it are in a date already
};

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

// 10.30am, 9:48, 5 pm, 5 o'clock
Read DateReader::clock(std::size_t i) const {
    auto const text = reader_.lower(i);
    int const hour = number(i);
    if (reader_.at(i).shape == Shape::mixed && text.size() <= 4 && (text.ends_with("am") || text.ends_with("pm")) &&
        value_of(text.substr(0, text.size() - 2)) >= 1)
        return {i, span_alone};
    if (hour < 0 || hour > 24 || text.size() > 2) return {};
    std::size_t last = i;
    bool minutes = false;
    if ((reader_.is_sign(i + 1, ':') || reader_.is_sign(i + 1, '.')) && reader_.attached(i + 1) &&
        reader_.attached(i + 2)) {
        auto const rest = reader_.lower(i + 2);
        if (number(i + 2) >= 0 && number(i + 2) < 60 && rest.size() == 2)
            last = i + 2, minutes = reader_.is_sign(i + 1, ':');
        else if (rest.size() == 4 && (rest.ends_with("am") || rest.ends_with("pm")))
            return {i + 2, span_alone};
    }
    auto const behind = reader_.lower(last + 1);
    if (near(last + 1) && any_of(behind, {"am", "pm", "hrs", "noon"})) return {last + 1, span_alone};
    if (near(last + 1) && any_of(behind, {"a", "p"}) && reader_.is_sign(last + 2, '.') &&
        reader_.lower(last + 3) == "m")
        return {last + 3, span_alone};
    if (behind == "o" && reader_.is_sign(last + 2, '\'') && reader_.lower(last + 3) == "clock")
        return {last + 3, span_alone};
    return minutes ? Read{last, span_alone - 0.04F} : Read{};
}

// three years, 18 months, two and a half years
Read DateReader::span(std::size_t i) const {
    bool const word = reader_.about(i, topic::small_number);
    if (!word && number(i) < 0) return {};
    std::size_t next = i + 1;
    if (reader_.is_sign(next, '-')) ++next;
    if (word && reader_.about(next, topic::small_number) && near(next)) next += reader_.is_sign(next + 1, '-') ? 2 : 1;
    next = skip(next, {"and", "a", "half", "or", "to"});
    if (near(next) && next > i + 1 && (reader_.about(next, topic::small_number) || number(next) >= 0))
        next += reader_.is_sign(next + 1, '-') ? 2 : 1;
    next = skip(next, {"further", "consecutive", "full", "more", "calendar", "working", "school"});
    if (!near(next) || !reader_.about(next, topic::time_unit) || reader_.at(next).size() < 3) return {};
    std::size_t last = next;
    // "and six months"
    if (reader_.lower(last + 1) == "and" && (reader_.about(last + 2, topic::small_number) || number(last + 2) >= 0) &&
        reader_.about(last + 3, topic::time_unit))
        last += 3;
    if (reader_.is_sign(last + 1, '\'') && reader_.attached(last + 1)) ++last;
    if (near(last + 1) && any_of(reader_.lower(last + 1), {"ago", "earlier", "later", "before"}))
        return {last + 1, span_alone + 0.02F};
    return {last, span_alone};
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

bool DateReader::event_near(std::size_t first, std::size_t last) const {
    auto const told = reader_.told_before(first, 12) | reader_.told_after(last + 1, 12);
    return (told & (theme::event | theme::common_event)) != 0 ||
           ((reader_.before(first, 8) | reader_.after(last + 1, 8)) & (topic::court & ~topic::record)) != 0;
}

// "d.o.b. 12/3/11", "D O B:"
bool DateReader::behind_initials(std::size_t first) const {
    std::string_view const wanted = "bod";
    std::size_t at = first, letters = 0;
    for (std::size_t n = 0; n < 10 && at > 0 && letters < wanted.size(); ++n) {
        --at;
        if (reader_.at(at).shape == Shape::sign) continue;
        if (reader_.lower(at).size() != 1 || reader_.lower(at)[0] != wanted[letters]) return false;
        ++letters;
    }
    return letters == wanted.size();
}

// last Tuesday, next week, yesterday, this morning; a weekday alone
Read DateReader::relative(std::size_t i) const {
    if (reader_.tells(i, theme::near_day)) return {i, near_day_alone};
    bool const leads = reader_.tells(i, theme::relative_time) &&
                       !any_of(reader_.lower(i), {"past", "coming", "following", "previous"});
    if (leads && near(i + 1)) {
        if (reader_.about(i + 1, topic::weekday)) return {i + 1, 0.42F};
        if (reader_.about(i + 1, topic::time_unit) && reader_.at(i + 1).size() > 3) return {i + 1, near_day_alone};
        if (reader_.about(i + 1, topic::month) && reader_.at(i + 1).size() > 3) return {i + 1, 0.45F};
        if (reader_.tells(i + 1, theme::season | theme::holiday)) return {i + 1, 0.4F};
    }
    if (reader_.about(i, topic::weekday)) {
        std::size_t last = i;
        auto const part = reader_.lower(i + 1);
        if (near(i + 1) && any_of(part, {"morning", "afternoon", "evening", "night"})) last = i + 1;
        return {last, near_day_alone};
    }
    return {};
}

// spring 2019, Christmas, the autumn of 1998
Read DateReader::season(std::size_t i) const {
    if (!reader_.tells(i, theme::season | theme::holiday)) return {};
    auto const last = year_behind(i);
    if (last != i) return {last, 0.6F};
    if (reader_.tells(i, theme::holiday) && (reader_.capital(i) || reader_.at(i).size() > 5))
        return {i, near_day_alone};
    return {};
}

void DateReader::put(std::size_t first, Read read) {
    if (read.confidence == 0) return;
    until_ = read.last + 1;
    if (reader_.about(first - 1, topic::weekday) && first > 0 && reader_.at(first).gap != Gap::line)
        --first;
    else if (first > 1 && reader_.is_sign(first - 1, ',') && reader_.about(first - 2, topic::weekday))
        first -= 2;
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

}  // namespace

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
