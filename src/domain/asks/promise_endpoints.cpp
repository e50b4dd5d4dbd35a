// What a group promises to those who ask, set by its facilitators.
#include <fmt/format.h>

#include <charconv>

#include "base/text.hpp"
#include "domain/acts/log.hpp"
#include "domain/asks/endpoints.hpp"
#include "domain/asks/promise.hpp"
#include "domain/groups/tabs.hpp"

namespace kith::asks {

namespace {

Result<Promise> read_promise(http::Form const& form) {
    Promise read;
    std::vector<Fault> faults;
    auto const number = text::trim(form.value("promise_minutes"));
    int minutes = 0;
    auto const [end, error] = std::from_chars(number.data(), number.data() + number.size(), minutes);
    bool const whole = !number.empty() && error == std::errc{} && end == number.data() + number.size();
    if (!whole || minutes < promise_minutes_min || minutes > promise_minutes_max)
        faults.push_back({"promise_minutes", fmt::format("Write a number of minutes from {} to {}.",
                                                         promise_minutes_min, promise_minutes_max)});
    read.within = std::chrono::minutes{minutes};
    auto const from = minute_from(form.value("day_from")), until = minute_from(form.value("day_until"));
    if (!from) faults.push_back({"day_from", "Write a time like 08:00."});
    if (!until) faults.push_back({"day_until", "Write a time like 20:00."});
    if (from && until && *until - *from < day_minutes_min)
        faults.push_back({"day_until", "The day ends at least an hour after it begins."});
    read.day_from = from.value_or(0);
    read.day_until = until.value_or(0);
    read.zone_name = form.value("zone");
    read.zone = zone_named(read.zone_name);
    if (!read.zone) faults.push_back({"zone", "Choose where you are."});
    read.meets = text::one_line(form.value("meets"));
    if (text::characters(read.meets) > meets_characters_max)
        faults.push_back({"meets", fmt::format("Keep this under {} characters.", meets_characters_max)});
    if (!faults.empty()) return fail(Error::invalid(std::move(faults)));
    return read;
}

}  // namespace

Result<Answer> show_promise(Call& call, Facilitator const& facilitator) {
    auto const& group = facilitator->group;
    auto const promise = promise_of(call.transaction(), group.id);
    html::View view;
    groups::add_tabs(view, *facilitator, "care", call.transaction());
    view.text("group_id", group.id.text());
    view.text("promise_minutes", call.field("promise_minutes", std::to_string(promise.within.count())));
    view.text("day_from", call.field("day_from", clock_from(promise.day_from)));
    view.text("day_until", call.field("day_until", clock_from(promise.day_until)));
    view.text("meets", call.field("meets", promise.meets));
    view.text("promise_minutes_fault", call.fault("promise_minutes")).text("zone_fault", call.fault("zone"));
    view.text("day_from_fault", call.fault("day_from")).text("day_until_fault", call.fault("day_until"));
    view.text("meets_fault", call.fault("meets"));
    auto const chosen = call.field("zone", promise.zone_name);
    html::View::List list;
    for (auto const name : Zone::names()) {
        html::View line;
        line.text("value", std::string{name}).text("label", zone_in_words(name));
        line.flag("chosen", chosen == name);
        list.push_back(std::move(line));
    }
    view.list("zones", std::move(list));
    return Page{"ask_promise", std::move(view)};
}

Result<Answer> change_promise(Call& call, Facilitator const& facilitator) {
    auto const promise = TRY(read_promise(call.form));
    auto const group = facilitator->group.id;
    keep_promise(call.transaction(), group, promise);
    acts::log(call.transaction(), group, facilitator->person, Act::changed_settings, "what is promised to who asks", "",
              call.now);
    return Done{"/groups/" + group.text() + "/asks/promise"};
}

}  // namespace kith::asks
