// The page of the rota: whose turn is when, taking turns, and swapping them.
#include <fmt/format.h>

#include <charconv>

#include "base/text.hpp"
#include "domain/asks/endpoints.hpp"
#include "domain/asks/promise.hpp"
#include "domain/asks/rota.hpp"
#include "domain/asks/rota_actions.hpp"
#include "domain/asks/views.hpp"
#include "domain/groups/tabs.hpp"

namespace kith::rota {

namespace {

using html::Seen;

std::string page_of(GroupId group) { return "/groups/" + group.text() + "/rota"; }

// What is shown at once; the rest is a tap away.
constexpr std::chrono::days shown_at_once{14};

std::string hours_in_words(asks::Promise const& promise, Turn const& turn) {
    return fmt::format("{} to {}", asks::clock_from(promise.zone->wall(turn.from).minute),
                       asks::clock_from(promise.zone->wall(turn.until).minute));
}

std::string day_of(asks::Promise const& promise, Turn const& turn) {
    return asks::day_in_words(promise.zone->wall(turn.from).day);
}

std::string when_in_words(asks::Promise const& promise, Turn const& turn) {
    return fmt::format("{}, {}", day_of(promise, turn), hours_in_words(promise, turn));
}

html::View turn_view(Line const& line, asks::Promise const& promise, PersonId me, Time now) {
    html::View view;
    bool const mine = line.turn.person == me;
    view.text("id", line.turn.id.text()).text("name", line.name).text("when", when_in_words(promise, line.turn));
    view.text("day_in_words", day_of(promise, line.turn), Seen::by_templates_only);
    view.text("hours", hours_in_words(promise, line.turn), Seen::by_templates_only);
    view.text("from_at", iso(line.turn.from)).text("until_at", iso(line.turn.until));
    view.flag("now", line.turn.from <= now).flag("mine", mine).flag("swaps", line.turn.swaps);
    view.flag("takes_one_back", line.turn.swaps && line.turn.takes_one_back && !mine);
    view.flag("may_take", line.turn.swaps && !mine);
    return view;
}

html::View::List choices(std::initializer_list<std::pair<std::string_view, std::string_view>> all,
                         std::string_view chosen) {
    html::View::List list;
    for (auto const& [value, label] : all) {
        html::View line;
        line.text("value", std::string{value}).text("label", std::string{label}).flag("chosen", value == chosen);
        list.push_back(std::move(line));
    }
    return list;
}

Result<Wanted> wanted_from(http::Form const& form) {
    std::vector<Fault> faults;
    auto const day = asks::day_from(form.value("day"));
    if (!day) faults.push_back({"day", "Choose a day."});
    auto const from = asks::minute_from(form.value("from"));
    if (!from) faults.push_back({"from", "Write a time like 12:00."});
    auto const until = asks::minute_from(form.value("until"));
    if (!until) faults.push_back({"until", "Write a time like 14:00."});
    auto const text = text::trim(form.value("weeks"));
    int weeks = 1;
    std::from_chars(text.data(), text.data() + text.size(), weeks);
    if (weeks < 1 || weeks > turn_weeks_max) faults.push_back({"weeks", "Choose how often."});
    if (!faults.empty()) return fail(Error::invalid(std::move(faults)));
    return Wanted{*day, *from, *until, weeks};
}

}  // namespace

Result<Answer> show(Call& call, Reader const& reader) {
    auto& transaction = call.transaction();
    auto const& group = reader->group;
    auto const promise = asks::promise_of(transaction, group.id);
    html::View view;
    groups::add_tabs(view, *reader, "asks", transaction);
    view.text("group_id", group.id.text()).text("group_name", group.name);
    view.text("zone_in_words", asks::zone_in_words(promise.zone_name));
    auto const lines = to_come(transaction, group.id, call.now);
    html::View::List own;
    for (auto const& line : lines)
        if (line.turn.person == reader->person && line.turn.from > call.now) {
            html::View each;
            each.text("own_id", line.turn.id.text()).text("own_when", when_in_words(promise, line.turn));
            own.push_back(std::move(each));
        }
    html::View::List soon, later;
    for (auto const& line : lines)
        (line.turn.from < call.now + shown_at_once ? soon : later)
            .push_back(turn_view(line, promise, reader->person, call.now));
    view.flag("nobody", lines.empty(), Seen::by_templates_only);
    view.list("turns", std::move(soon)).list("later_turns", std::move(later));
    auto const mine = std::ranges::find(lines, reader->person, [](Line const& line) { return line.turn.person; });
    view.text("my_next", mine == lines.end() ? std::string{} : when_in_words(promise, mine->turn),
              Seen::by_templates_only);
    view.list("own_turns", std::move(own));
    auto const today = asks::day_text(promise.zone->wall(call.now).day);
    view.text("day", call.field("day", today), Seen::by_templates_only).text("today", today, Seen::by_templates_only);
    view.text("from", call.field("from", "12:00"), Seen::by_templates_only);
    view.text("until", call.field("until", "14:00"), Seen::by_templates_only);
    view.text("day_fault", call.fault("day")).text("from_fault", call.fault("from"));
    view.text("until_fault", call.fault("until")).text("weeks_fault", call.fault("weeks"));
    view.list("weeks",
              choices({{"1", "Just this once"}, {"4", "Every week for 4 weeks"}, {"12", "Every week for 12 weeks"}},
                      call.field("weeks", "1")),
              Seen::by_templates_only);
    return Page{"rota", std::move(view)};
}

Result<Answer> take_turns(Call& call, Speaker const& speaker) {
    auto const wanted = TRY(wanted_from(call.form));
    TRY(take_turns(call, speaker, wanted));
    return Done{page_of(speaker->group.id)};
}

Result<Answer> give_up(Call& call, TurnHolder const& holder) {
    remove(call.transaction(), holder->turn.id);
    return Done{page_of(holder->turn.group)};
}

Result<Answer> offer_swap(Call& call, TurnHolder const& holder) {
    if (call.form.value("offers") == "no")
        stop_swap(call.transaction(), holder->turn.id);
    else
        ask_for_swap(call.transaction(), holder->turn, call.form.value("takes_one_back") == "yes", call.now);
    return Done{page_of(holder->turn.group)};
}

Result<Answer> take_swap(Call& call, TurnTaker const& taker) {
    auto const wanted = call.form.value("in_return");
    auto const in_return = TurnId::parse(wanted);
    if (!wanted.empty() && !in_return)
        return fail(Error::invalid("in_return", "Choose one of your own turns to come, or none."));
    TRY(take_over(call, taker, in_return));
    return Done{page_of(taker->turn.group)};
}

}  // namespace kith::rota
