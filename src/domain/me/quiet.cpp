// When to be left alone, and when to be held back for a moment.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/zone.hpp"
#include "domain/me/endpoints.hpp"
#include "domain/me/tabs.hpp"
#include "domain/people/store.hpp"

namespace kith::me {

namespace {

constexpr std::array long_days{0, 8, 9, 10, 12};  // hours; 0: never

constexpr std::array<std::string_view, 7> weekdays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                   "Friday", "Saturday", "Sunday"};

html::View::List zone_choices(std::string_view chosen) {
    html::View::List choices;
    for (auto const name : Zone::names()) {
        html::View choice;
        choice.text("value", std::string{name}).text("label", std::string{name}).flag("chosen", name == chosen);
        choices.push_back(std::move(choice));
    }
    return choices;
}

html::View::List weekday_choices(unsigned quiet) {
    html::View::List choices;
    for (std::size_t i = 0; i < weekdays.size(); ++i) {
        html::View choice;
        choice.text("weekday", std::string{weekdays[i]}).flag("quiet", (quiet >> i & 1) != 0);
        choices.push_back(std::move(choice));
    }
    return choices;
}

// Of a form: the days that are ticked.
unsigned weekdays_from(http::Form const& form) {
    unsigned ticked = 0;
    for (auto const value : form.values("quiet_day"))
        if (auto const found = std::ranges::find(weekdays, value); found != weekdays.end())
            ticked |= 1u << (found - weekdays.begin());
    return ticked;
}

std::string clock_from(int minute) { return fmt::format("{:02}:{:02}", minute / 60, minute % 60); }

// "19:30" as minutes of the day.
std::optional<int> minute_from(std::string_view clock) {
    auto const number = [](std::string_view text, int below) -> std::optional<int> {
        int value = 0;
        auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
        return value >= 0 && value < below ? std::optional{value} : std::nullopt;
    };
    auto const colon = clock.find(':');
    if (colon == clock.npos || colon == 0) return std::nullopt;
    auto const hour = number(clock.substr(0, colon), 24);
    auto const minute = number(clock.substr(colon + 1, 2), 60);
    if (!hour || !minute) return std::nullopt;
    return *hour * 60 + *minute;
}

bool is_ticked(http::Form const& form, std::string_view field) {
    auto const value = form.value(field);
    return !value.empty() && value != "false" && value != "0";
}

void add_pause(Call& call, html::View& view, QuietSettings const& settings) {
    auto const hours = settings.pause_late.value_or(PauseHours{});
    view.flag("pause_late", call.refusal ? !call.field("pause_late").empty() : settings.pause_late.has_value());
    view.text("pause_from", call.field("pause_from", clock_from(hours.from_minute)));
    view.text("pause_until", call.field("pause_until", clock_from(hours.until_minute)));
    view.text("pause_fault", call.fault("pause_from"));
    html::View::List choices;
    auto const chosen = call.field("long_day_hours", std::to_string(settings.long_day_hours));
    for (auto const hours_of_day : long_days) {
        auto const value = std::to_string(hours_of_day);
        html::View choice;
        choice.text("value", value).flag("chosen", value == chosen);
        choice.text("label", hours_of_day == 0 ? "Never" : value + " hours after my quiet hours end");
        choices.push_back(std::move(choice));
    }
    view.list("long_days", std::move(choices), html::Seen::by_templates_only);
    view.number("long_day_hours", settings.long_day_hours);
}

// A form without the fields (a program's) leaves the pause as it is.
void read_pause(http::Form const& form, QuietSettings& settings, std::vector<Fault>& faults) {
    if (form.has("pause_from")) {
        auto const from = minute_from(form.value("pause_from")), until = minute_from(form.value("pause_until"));
        if (!is_ticked(form, "pause_late"))
            settings.pause_late.reset();
        else if (!from || !until || *from == *until)
            faults.push_back({"pause_from", "Write two times like 22:00 and 06:00."});
        else
            settings.pause_late = {*from, *until};
    }
    if (!form.has("long_day_hours")) return;
    auto const found =
        std::ranges::find(long_days, form.value("long_day_hours"), [](int hours) { return std::to_string(hours); });
    if (found == long_days.end())
        faults.push_back({"long_day_hours", "Choose one from the list."});
    else
        settings.long_day_hours = *found;
}

}  // namespace

Result<Answer> show_quiet(Call& call, SignedIn const&) {
    auto const settings = people::quiet_settings_of(call.transaction(), call.viewer().person);
    html::View view;
    add_tabs(view, "/me/quiet");
    view.flag("saved", call.form.has("saved"), html::Seen::by_templates_only);
    view.text("quiet_from", call.field("quiet_from", clock_from(settings.from_minute)));
    view.text("quiet_until", call.field("quiet_until", clock_from(settings.until_minute)));
    view.text("quiet_from_fault", call.fault("quiet_from")).text("quiet_until_fault", call.fault("quiet_until"));
    // A box that is not ticked is not sent: on a form that came back only what was sent counts.
    auto const ticked = [&](std::string_view field, bool kept) {
        return call.refusal ? !call.field(field).empty() : kept;
    };
    view.flag("all_day", ticked("all_day", settings.all_day));
    view.flag("notice_reactions", ticked("notice_reactions", settings.notice_reactions));
    view.flag("badge", ticked("badge", settings.badge));
    view.text("time_zone", settings.time_zone).text("time_zone_fault", call.fault("time_zone"));
    view.list("zones", zone_choices(call.field("time_zone", settings.time_zone)), html::Seen::by_templates_only);
    add_pause(call, view, settings);
    view.list("weekdays", weekday_choices(call.refusal ? weekdays_from(call.refusal->form) : settings.quiet_weekdays));
    return Page{"quiet", std::move(view)};
}

Result<Answer> save_quiet(Call& call, SignedIn const&) {
    auto const from = minute_from(call.form.value("quiet_from"));
    auto const until = minute_from(call.form.value("quiet_until"));
    std::vector<Fault> faults;
    if (!from) faults.push_back({"quiet_from", "Write a time like 19:00."});
    if (!until) faults.push_back({"quiet_until", "Write a time like 07:00."});
    auto const before = people::quiet_settings_of(call.transaction(), call.viewer().person);
    // A program that does not know of time zones leaves them as they are.
    auto const zone = call.form.has("time_zone") ? call.form.value("time_zone") : std::string_view{before.time_zone};
    if (std::ranges::find(Zone::names(), zone) == Zone::names().end())
        faults.push_back({"time_zone", "Choose the place whose clock is yours."});
    auto after = before;
    read_pause(call.form, after, faults);
    if (!faults.empty()) return fail(Error::invalid(std::move(faults)));
    after.from_minute = *from;
    after.until_minute = *until;
    after.all_day = is_ticked(call.form, "all_day");
    after.notice_reactions = is_ticked(call.form, "notice_reactions");
    after.badge = is_ticked(call.form, "badge");
    after.time_zone = std::string{zone};
    after.quiet_weekdays = weekdays_from(call.form);
    people::set_quiet_settings(call.transaction(), call.viewer().person, after);
    return Done{"/me/quiet?saved=yes"};
}

}  // namespace kith::me
