// Hours, spans of time, days seen from today, seasons.
#include "screen/rules/dates.hpp"

namespace kith::screen::rules {

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

}  // namespace kith::screen::rules
