// Reads one date from a token on, in all the ways that people write them.
#pragma once

#include "screen/rules/words.hpp"
#include "screen/screen.hpp"

namespace kith::screen::rules {

inline constexpr float full_date = 0.8F, month_and_year = 0.65F, year_alone = 0.36F, near_day_alone = 0.34F,
                       span_alone = 0.38F;
inline constexpr float with_event = 0.58F;

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

}  // namespace kith::screen::rules
