// The digest page: by day and by week, on the clock of the reader's place.
#include <charconv>

#include "base/zone.hpp"
#include "domain/people/store.hpp"
#include "domain/posts/views.hpp"
#include "domain/reach/digest.hpp"
#include "domain/reach/endpoints.hpp"

namespace kith::reach {

namespace {

constexpr std::int64_t day_milliseconds = 24 * 60 * 60 * 1000;
constexpr std::int64_t week_days = 7;

// Days since 1970 of "2026-11-21"; nothing for any other text.
std::optional<std::int64_t> day_from(std::string_view text) {
    int year = 0;
    unsigned month = 0, day = 0;
    auto const number = [&](std::size_t at, std::size_t size, auto& value) {
        auto const part = text.substr(at, size);
        return std::from_chars(part.data(), part.data() + part.size(), value).ptr == part.data() + part.size();
    };
    if (text.size() != 10 || text[4] != '-' || text[7] != '-' || !number(0, 4, year) || !number(5, 2, month) ||
        !number(8, 2, day))
        return std::nullopt;
    std::chrono::year_month_day const date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    if (!date.ok()) return std::nullopt;
    return std::chrono::sys_days{date}.time_since_epoch().count();
}

std::string iso_of(std::int64_t day) { return iso_day({day * day_milliseconds}); }

// "21 November 2026"
std::string words_of(std::int64_t day) {
    auto const words = in_words(Time{day * day_milliseconds});
    return words.substr(0, words.find(','));
}

// From the first day to the last, both included; `latest`: up to this moment, as a letter's link has it.
struct Days {
    std::int64_t first, last;
    bool latest;
};

void add_groups(Call& call, html::View& view, Span span) {
    html::View::List groups;
    for (auto const& of : digest(call.transaction(), call.viewer().person, span)) {
        posts::Company company{call.transaction(), of.group};
        html::View line;
        html::View::List list;
        for (auto const& shown : of.posts) {
            auto post = posts::post_view(shown, company, {.person = call.viewer().person});
            post.flag("begins", shown.post.is_head(), html::Seen::by_templates_only);
            list.push_back(std::move(post));
        }
        line.text("id", of.group.text()).text("name", of.group_name);
        line.list("posts", std::move(list)).flag("more", of.more);
        groups.push_back(std::move(line));
    }
    view.list("groups", std::move(groups));
}

Result<Answer> show(Call& call, Days const& days, Zone const& zone, std::string_view path, std::int64_t step) {
    Span const span{zone.instant(days.first, 0),
                    days.latest ? call.now + std::chrono::milliseconds{1} : zone.instant(days.last + 1, 0)};
    auto const title = days.latest ? std::string{step == 1 ? "Since yesterday" : "The last seven days"}
                       : step == 1 ? words_of(days.first)
                                   : words_of(days.first) + " to " + words_of(days.last);
    html::View view;
    view.text("title", title).text("first_day", iso_of(days.first)).text("last_day", iso_of(days.last));
    view.flag("by_day", step == 1).flag("by_week", step != 1, html::Seen::by_templates_only);
    add_groups(call, view, span);
    view.text("older", std::string{path} + "?on=" + iso_of(days.first - 1));
    bool const newer = !days.latest && span.end < call.now;
    if (newer)
        view.text("newer", std::string{path} + "?on=" + iso_of(days.last + 1));
    else
        view.null("newer");
    return Page{"digest", std::move(view)};
}

Zone const& zone_of(Call& call) {
    return Zone::find(people::quiet_settings_of(call.transaction(), call.viewer().person).time_zone);
}

}  // namespace

Result<Answer> show_day(Call& call, SignedIn const&) {
    auto const& zone = zone_of(call);
    auto const today = zone.wall(call.now).day;
    auto const on = day_from(call.form.value("on"));
    return show(call, on ? Days{*on, *on, false} : Days{today - 1, today, true}, zone, "/digest/day", 1);
}

Result<Answer> show_week(Call& call, SignedIn const&) {
    auto const& zone = zone_of(call);
    auto const today = zone.wall(call.now).day;
    auto const on = day_from(call.form.value("on"));
    if (!on) return show(call, {today - week_days, today, true}, zone, "/digest/week", week_days);
    // 1970-01-01 was a Thursday.
    auto const monday = *on - ((*on + 3) % week_days + week_days) % week_days;
    return show(call, {monday, monday + week_days - 1, false}, zone, "/digest/week", week_days);
}

}  // namespace kith::reach
