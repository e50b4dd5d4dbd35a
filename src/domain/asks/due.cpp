#include "domain/asks/due.hpp"

#include "domain/asks/offers.hpp"
#include "domain/asks/pace.hpp"
#include "domain/asks/promise.hpp"
#include "domain/asks/rota.hpp"
#include "domain/asks/store.hpp"
#include "domain/asks/timetable.hpp"
#include "domain/people/quiet.hpp"
#include "domain/people/store.hpp"

namespace kith::asks {

namespace {

// By the clock: nobody did it.
Event event_of(Event::What what, Ask const& ask) {
    Event event{.what = what};
    event.group = ask.group;
    event.ask = ask.id;
    event.under_pen = ask.pen.has_value();
    return event;
}

Event remind(sql::Transaction& transaction, Ask const& ask, Time now) {
    auto event = event_of(Event::What::ask_reminded, ask);
    for (auto const& person : silent(transaction, ask.id))
        if (!people::is_quiet(people::quiet_settings_of(transaction, person), now)) event.told.push_back(person);
    return event;
}

// With nobody on duty just now it waits for the next turn, where one begins before the ask would close.
Event call_on_duty(sql::Transaction& transaction, Ask const& ask, Time now) {
    auto event = event_of(Event::What::ask_on_duty, ask);
    // Under a pen the asker's own turn counts like anybody's: were it passed over, the rota would tell who asks.
    auto const passed_over = ask.pen ? PersonId{} : ask.asker.value_or(PersonId{});
    auto const on_duty = rota::on_duty(transaction, ask.group, passed_over, now);
    if (on_duty.empty()) {
        auto const closes = when(transaction, ask.id, DueWhat::close).value_or(now);
        if (auto const next = rota::next_turn(transaction, ask.group, passed_over, now, closes))
            put(transaction, ask, DueWhat::duty, *next);
        return event;
    }
    note_duty(transaction, ask, now);
    give_duty_time(transaction, ask, now);
    for (auto const& person : on_duty) {
        if (person == ask.asker || has_answered(transaction, ask.id, person)) continue;
        reach_on_duty(transaction, ask, person);
        event.told.push_back(person);
    }
    return event;
}

Event end_by_itself(sql::Transaction& transaction, Ask const& ask, AskEnd how, Time now) {
    end(transaction, ask, how, Helped::unsaid, now);
    note_pace(transaction, ask, now);
    auto event = event_of(how == AskEnd::lapsed ? Event::What::ask_lapsed : Event::What::ask_ended, ask);
    if (how == AskEnd::lapsed) event.about = ask.asker;
    return event;
}

std::optional<Event> act(sql::Transaction& transaction, Due const& due, Time now) {
    if (!take(transaction, due.ask, due.what, now)) return std::nullopt;  // another was faster
    auto const ask = find(transaction, due.ask);
    if (!ask || ask->end) return std::nullopt;
    switch (due.what) {
        case DueWhat::remind: return remind(transaction, *ask, now);
        case DueWhat::duty: return call_on_duty(transaction, *ask, now);
        case DueWhat::close: return end_by_itself(transaction, *ask, AskEnd::lapsed, now);
        case DueWhat::rest: return end_by_itself(transaction, *ask, AskEnd::rested, now);
    }
    return std::nullopt;
}

}  // namespace

void do_what_is_due(Services const& services, Resting& resting, Time now) {
    auto const all = services.database.read(
        [&](sql::Transaction& transaction) { return due_by(transaction, now, due_at_once_max + resting.count()); });
    for (auto const& due : all)
        resting.unless_it_rests(std::string{stored(due.what)} + due.ask.text(), now, [&] {
            std::optional<Event> happened;
            auto const done = services.database.write([&](sql::Transaction& transaction) -> Result<void> {
                happened = act(transaction, due, now);
                if (happened) services.record(transaction, *happened, now);
                return {};
            });
            if (done && happened) services.tell(*happened);
        });
}

}  // namespace kith::asks
