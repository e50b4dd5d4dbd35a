// Asks on lists: all that reach me, those of one group, and how quickly a group answers.
#include <fmt/format.h>

#include "domain/around/around.hpp"
#include "domain/asks/endpoints.hpp"
#include "domain/asks/pace.hpp"
#include "domain/asks/views.hpp"
#include "domain/groups/store.hpp"
#include "domain/groups/tabs.hpp"

namespace kith::asks {

namespace {

using html::Seen;

html::View::List views_of(std::vector<Listed> const& all, html::View (*view_of)(Listed const&)) {
    html::View::List list;
    for (auto const& each : all) list.push_back(view_of(each));
    return list;
}

html::View bar_of(std::string_view label, int count, int most) {
    constexpr int width_max = 100;
    html::View bar;
    bar.text("label", std::string{label}).number("count", count);
    bar.number("width", most == 0 ? 0 : count * width_max / most, Seen::by_templates_only);
    return bar;
}

html::View pace_view(Pace const& pace, Promise const& promise) {
    html::View view;
    view.number("asks", pace.asks);
    auto const most = std::max({pace.within_the_hour, pace.the_same_day, pace.later, pace.not_answered});
    html::View::List bars;
    bars.push_back(bar_of("Within the hour", pace.within_the_hour, most));
    bars.push_back(bar_of("The same day", pace.the_same_day, most));
    bars.push_back(bar_of("Later", pace.later, most));
    bars.push_back(bar_of("Not at all", pace.not_answered, most));
    view.list("bars", std::move(bars));
    view.text("says", fmt::format("Of the last {} asks, {} had an offer within the hour, {} the same day, {} later, "
                                  "and {} had none.",
                                  pace.asks, pace.within_the_hour, pace.the_same_day, pace.later, pace.not_answered));
    view.text("promise_in_words", span_in_words(promise.within));
    return view;
}

}  // namespace

Result<Answer> list(Call& call, SignedIn const&) {
    auto& transaction = call.transaction();
    auto const person = call.viewer().person;
    html::View view;
    view.text("after", std::to_string(call.now.milliseconds), Seen::by_templates_only);
    view.list("reaching", views_of(reaching(transaction, person, std::nullopt), reaching_view));
    view.list("own", views_of(own(transaction, person, std::nullopt), own_view));
    view.list("helped_with", views_of(helped_with(transaction, person), reaching_view));
    html::View::List groups;
    for (auto const& group : groups::of_person(transaction, person)) {
        html::View line;
        line.text("id", group.id.text()).text("name", group.name);
        groups.push_back(std::move(line));
    }
    view.list("groups", std::move(groups));
    html::View::List turns;
    for (auto const& line : rota::of_person(transaction, person, call.now)) {
        auto const promise = promise_of(transaction, line.turn.group);
        html::View turn;
        turn.text("group_id", line.turn.group.text()).text("group_name", line.group_name);
        turn.text("from_at", iso(line.turn.from)).text("until_at", iso(line.turn.until));
        turn.text("when", fmt::format("{} to {}", on_the_wall(promise, line.turn.from),
                                      clock_from(promise.zone->wall(line.turn.until).minute)));
        turns.push_back(std::move(turn));
    }
    view.list("turns", std::move(turns));
    around::add_own(call, view);
    return Page{"asks", std::move(view)};
}

Result<Answer> list_in_group(Call& call, Reader const& reader) {
    auto& transaction = call.transaction();
    auto const& group = reader->group;
    html::View view;
    groups::add_tabs(view, *reader, "asks", transaction);
    view.text("group_id", group.id.text()).text("group_name", group.name).flag("facilitates", reader->facilitates());
    view.text("after", std::to_string(call.now.milliseconds), Seen::by_templates_only);
    view.list("reaching", views_of(reaching(transaction, reader->person, group.id), reaching_view));
    view.list("own", views_of(own(transaction, reader->person, group.id), own_view));
    auto const promise = promise_of(transaction, group.id);
    view.text("promise_in_words", span_in_words(promise.within));
    view.text("day_from", clock_from(promise.day_from)).text("day_until", clock_from(promise.day_until));
    return Page{"group_asks", std::move(view)};
}

Result<Answer> show_pace(Call& call, Reader const& reader) {
    auto& transaction = call.transaction();
    auto const& group = reader->group;
    html::View view;
    groups::add_tabs(view, *reader, "asks", transaction);
    view.text("group_id", group.id.text());
    if (auto const pace = pace_of(transaction, group.id))
        view.child("pace", pace_view(*pace, promise_of(transaction, group.id)));
    else
        view.null("pace");
    return Page{"ask_pace", std::move(view)};
}

}  // namespace kith::asks
