// Name, capacity, fields of practice; and when to be left alone.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/text.hpp"
#include "base/zone.hpp"
#include "domain/me/endpoints.hpp"
#include "domain/me/store.hpp"
#include "domain/me/tabs.hpp"
#include "domain/people/sign_up.hpp"
#include "domain/people/store.hpp"

namespace kith::me {

namespace {

// One field a line; empty lines and repetitions are left out.
std::vector<std::string> fields_from(std::string_view text) {
    std::vector<std::string> fields;
    while (!text.empty()) {
        auto const end = text.find('\n');
        auto field = text::one_line(text.substr(0, end));
        text = end == text.npos ? std::string_view{} : text.substr(end + 1);
        if (!field.empty() && std::ranges::find(fields, field) == fields.end()) fields.push_back(std::move(field));
    }
    return fields;
}

std::string lines_of(std::vector<std::string> const& fields) {
    std::string text;
    for (auto const& field : fields) text.append(field).append("\n");
    return text;
}

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

}  // namespace

Result<Answer> show_profile(Call& call, SignedIn const&) {
    auto const person = people::find(call.transaction(), call.viewer().person);
    if (!person) return fail(Error::not_found());
    auto const fields = people::practice_fields_of(call.transaction(), person->id);
    html::View view;
    add_tabs(view, "/me");
    view.flag("saved", call.form.has("saved"), html::Seen::by_templates_only);
    view.text("id", person->id.text()).text("name", call.field("name", person->name)).text("email", person->email);
    view.text("name_fault", call.fault("name"));
    view.text("capacity", std::string{stored(person->capacity)});
    view.list("capacities", people::capacity_choices(call.field("capacity", stored(person->capacity))),
              html::Seen::by_templates_only);
    view.text("capacity_fault", call.fault("capacity"));
    html::View::List list;
    for (auto const& field : fields) {
        html::View line;
        line.text("field", field);
        list.push_back(std::move(line));
    }
    view.list("practice_fields", std::move(list));
    view.text("fields_text", call.field("practice_fields", lines_of(fields)), html::Seen::by_templates_only);
    view.text("fields_fault", call.fault("practice_fields"));
    view.text("joined_at", iso(person->joined_at)).text("joined_in_words", in_words(person->joined_at));
    view.flag("is_host", person->is_host);
    return Page{"me", std::move(view)};
}

Result<Answer> save_profile(Call& call, SignedIn const&) {
    std::vector<Fault> faults;
    auto const name = text::one_line(call.form.value("name"));
    if (name.empty()) faults.push_back({"name", "Write your name, as colleagues know you."});
    if (text::characters(name) > name_characters_max)
        faults.push_back({"name", fmt::format("Write a name of at most {} characters.", name_characters_max)});
    auto const capacity = capacity_from(call.form.value("capacity"));
    if (!capacity) faults.push_back({"capacity", "Choose in which capacity you are here."});
    auto const fields = fields_from(text::many_lines(call.form.value("practice_fields")));
    if (fields.size() > practice_fields_max)
        faults.push_back({"practice_fields", fmt::format("Name at most {} fields.", practice_fields_max)});
    for (auto const& field : fields)
        if (text::characters(field) > practice_field_characters_max) {
            faults.push_back(
                {"practice_fields", fmt::format("Keep each line under {} characters.", practice_field_characters_max)});
            break;
        }
    if (!faults.empty()) return fail(Error::invalid(std::move(faults)));
    auto const person = call.viewer().person;
    people::set_profile(call.transaction(), person, name, *capacity);
    people::set_practice_fields(call.transaction(), person, fields);
    set_capacity(call.transaction(), person, *capacity);
    return Done{"/me?saved=yes"};
}

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
    view.text("time_zone", settings.time_zone).text("time_zone_fault", call.fault("time_zone"));
    view.list("zones", zone_choices(call.field("time_zone", settings.time_zone)), html::Seen::by_templates_only);
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
    if (!faults.empty()) return fail(Error::invalid(std::move(faults)));
    auto const ticked = [&](std::string_view field) {
        auto const value = call.form.value(field);
        return !value.empty() && value != "false" && value != "0";
    };
    people::set_quiet_settings(
        call.transaction(), call.viewer().person,
        {*from, *until, ticked("all_day"), ticked("notice_reactions"), std::string{zone}, weekdays_from(call.form)});
    return Done{"/me/quiet?saved=yes"};
}

}  // namespace kith::me
