#include "domain/asks/actions.hpp"

#include "domain/asks/offers.hpp"
#include "domain/asks/pace.hpp"
#include "domain/asks/promise.hpp"
#include "domain/asks/store.hpp"
#include "domain/asks/timetable.hpp"
#include "domain/pens/signing.hpp"
#include "domain/posts/drafts.hpp"

namespace kith::asks {

namespace {

Event event_of(Event::What what, Ask const& ask, PersonId actor) {
    Event event{.what = what};
    event.group = ask.group;
    event.ask = ask.id;
    event.actor = actor;
    event.under_pen = ask.pen.has_value();
    return event;
}

Result<std::vector<PersonId>> recipients(Call& call, GroupId group, AskDraft const& draft) {
    auto& transaction = call.transaction();
    auto const asker = call.viewer().person;
    switch (draft.reach) {
        case Reach::everyone: {
            auto people = everyone(transaction, group, asker);
            if (people.empty()) return fail(Error::invalid("reach", "You are the only one in this group so far."));
            return people;
        }
        case Reach::around: {
            auto people = who_are_around(transaction, group, asker, call.now);
            if (people.empty())
                return fail(
                    Error::invalid("reach", "Nobody is around just now. Ask everyone, or those who know a field."));
            return people;
        }
        case Reach::field: {
            auto people = who_know(transaction, group, asker, draft.field);
            if (people.empty()) return fail(Error::invalid("field", "Choose a field that somebody here knows."));
            return people;
        }
    }
    return fail(Error::invalid("reach", "Choose whom you ask."));
}

Result<void> keep_offer(Call& call, AskOfferer const& offerer, std::string_view words) {
    auto const& ask = offerer->ask;
    bool const had_offered = offerer->offered;
    offer(call.transaction(), ask, call.viewer().person, words, call.now);
    stop_waiting(call.transaction(), ask);
    call.announce(event_of(Event::What::ask_answered, ask, call.viewer().person));
    if (had_offered) return {};
    auto event = event_of(Event::What::ask_offered, ask, call.viewer().person);
    event.about = ask.asker;
    call.announce(std::move(event));
    return {};
}

}  // namespace

Result<Ask> ask(Call& call, Speaker const& speaker, screening::Screened const& screened, AskDraft const& draft) {
    auto& transaction = call.transaction();
    Ask made;
    made.group = speaker->group.id;
    auto const asker = call.viewer().person;
    made.asker = asker;
    if (count_open_of(transaction, made.group, asker) >= open_asks_of_member_max)
        return fail(Error::conflict("You have five open asks here. Close one first."));
    made.wants = draft.wants;
    made.body = screened.words();
    // "Someone today" says by when.
    made.by = draft.wants == Wants::today && draft.by != By::hour ? By::today : draft.by;
    made.wanted_by = wanted_by(promise_of(transaction, made.group), made.by, call.now);
    made.reach = draft.reach;
    made.field = draft.reach == Reach::field ? draft.field : std::string{};
    auto const people = TRY(recipients(call, made.group, draft));
    made.people = static_cast<std::int64_t>(people.size());
    made.pen = TRY(pens::pen_for(call, *speaker, draft.written_as));
    made.asked_at = call.now;
    made.id = AskId::ordered(made.told_at());
    add(transaction, made, people);
    await_offer(transaction, made);
    posts::forget_draft(transaction, asker, posts::DraftPlace{posts::DraftPlace::Kind::ask, made.group.bytes}.text());
    auto event = event_of(Event::What::asked, made, asker);
    event.told = people;
    call.announce(std::move(event));
    return made;
}

Result<void> offer(Call& call, AskOfferer const& offerer) { return keep_offer(call, offerer, ""); }

Result<void> offer(Call& call, AskOfferer const& offerer, screening::Screened const& words) {
    return keep_offer(call, offerer, words.words());
}

Result<void> take_back_offer(Call& call, AskAnswerer const& answerer) {
    auto& transaction = call.transaction();
    auto const& ask = answerer->ask;
    if (!take_back_offer(transaction, ask, call.viewer().person))
        return fail(Error::conflict("You have no offer here."));
    if (!has_offers(transaction, ask.id)) wait_again(transaction, ask, call.now);
    return {};
}

void pass(Call& call, AskAnswerer const& answerer) {
    auto& transaction = call.transaction();
    auto const& ask = answerer->ask;
    pass(transaction, ask, call.viewer().person);
    if (answerer->offered && !has_offers(transaction, ask.id)) wait_again(transaction, ask, call.now);
    call.announce(event_of(Event::What::ask_answered, ask, call.viewer().person));
}

void close(Call& call, AskEnder const& ender, Helped helped, std::vector<PersonId> const& helpers) {
    auto& transaction = call.transaction();
    auto const& ask = ender->ask;
    if (end(transaction, ask, AskEnd::closed, helped, call.now)) {
        if (ask.first_offer_at) note_pace(transaction, ask, call.now);
        call.announce(event_of(Event::What::ask_ended, ask, call.viewer().person));
    } else if (helped != Helped::unsaid) {
        say_how(transaction, ask.id, helped);
    }
    auto event = event_of(Event::What::ask_helped, ask, call.viewer().person);
    for (auto const& person : helpers)
        if (say_helped(transaction, ask.id, person, call.now)) event.told.push_back(person);
    if (!event.told.empty()) call.announce(std::move(event));
}

void take_back(Call& call, AskEnder const& ender) { remove(call.transaction(), ender->ask.id); }

}  // namespace kith::asks
