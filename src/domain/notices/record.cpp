#include "domain/notices/record.hpp"

#include <algorithm>

#include "domain/notices/store.hpp"
#include "domain/people/store.hpp"

namespace kith::notices {

namespace {

class Telling {
public:
    Telling(sql::Transaction& transaction, Event const& event, Time now)
        : transaction_{transaction}, event_{event}, now_{now} {}

    void tell(std::optional<PersonId> person, NoticeKind kind) {
        if (!person || *person == event_.actor) return;
        tell_member(transaction_, *person, event_.group, kind,
                    {event_.post, event_.thread, event_.admission, event_.ask, event_.under_pen}, now_);
    }
    void tell(std::vector<PersonId> const& people, NoticeKind kind) {
        for (auto const& person : people) tell(person, kind);
    }

private:
    sql::Transaction& transaction_;
    Event const& event_;
    Time now_;
};

void record_post(sql::Transaction& transaction, Event const& event, Telling& telling) {
    telling.tell(event.mentioned, NoticeKind::mention);
    if (event.what != Event::What::commented || !event.post) return;
    // One notice for one comment: who is named in it needs no second word that it answers them.
    auto const answered = [&](std::optional<PersonId> person) {
        if (person && std::ranges::find(event.mentioned, *person) == event.mentioned.end())
            telling.tell(person, NoticeKind::answer);
    };
    auto const of_thread = event.thread ? author_of(transaction, *event.thread) : std::nullopt;
    answered(of_thread);
    auto const quoted = author_quoted_by(transaction, *event.post);
    if (quoted != of_thread) answered(quoted);
}

void record_support(sql::Transaction& transaction, Event const& event, Telling& telling) {
    auto const author = event.post ? author_of(transaction, *event.post) : std::nullopt;
    if (author && people::quiet_settings_of(transaction, *author).notice_reactions)
        telling.tell(author, NoticeKind::support);
}

// A report goes round the one it is about: they are not among those who are told.
void record_report(sql::Transaction& transaction, Event const& event, Telling& telling) {
    for (auto const& facilitator : facilitators(transaction, event.group))
        if (facilitator != event.about) telling.tell(facilitator, NoticeKind::report);
}

void record_waiting(sql::Transaction& transaction, Event const& event, Telling& telling) {
    if (!event.admission) return;
    telling.tell(members_to_ask(transaction, event.group, *event.admission), NoticeKind::vouch_asked);
    if (has_enough_vouches(transaction, *event.admission))
        telling.tell(facilitators(transaction, event.group), NoticeKind::admission_ready);
}

void record_vouch(sql::Transaction& transaction, Event const& event, Telling& telling) {
    if (event.admission && has_enough_vouches(transaction, *event.admission))
        telling.tell(facilitators(transaction, event.group), NoticeKind::admission_ready);
}

void record_decision(sql::Transaction& transaction, Event const& event, Time now) {
    if (!event.admission) return;
    close_admission(transaction, *event.admission, now);
    if (!event.about) return;
    auto const kind = event.what == Event::What::admitted ? NoticeKind::admitted : NoticeKind::admission_word;
    tell_newcomer(transaction, *event.about, event.group, kind, *event.admission, now);
}

void record_message(sql::Transaction& transaction, Event const& event, Time now) {
    if (!event.conversation) return;
    for (auto const& hearer : hearers(transaction, *event.conversation, event.actor))
        tell_hearer(transaction, hearer, *event.conversation, now);
}

void record_ask(sql::Transaction& transaction, Event const& event, Telling& telling) {
    if (!event.ask) return;
    switch (event.what) {
        case Event::What::asked: return telling.tell(event.told, NoticeKind::ask);
        case Event::What::ask_reminded:
            // One line for one ask: the reminder stands in place of the first word.
            for (auto const& person : event.told) forget_ask(transaction, person, *event.ask);
            return telling.tell(event.told, NoticeKind::ask_reminder);
        case Event::What::ask_on_duty:
            for (auto const& person : event.told) forget_ask(transaction, person, *event.ask);
            return telling.tell(event.told, NoticeKind::ask_on_duty);
        case Event::What::ask_answered: return forget_ask(transaction, event.actor, *event.ask);
        case Event::What::ask_offered: return telling.tell(event.about, NoticeKind::ask_offer);
        case Event::What::ask_lapsed:
            forget_ask(transaction, *event.ask);
            return telling.tell(event.about, NoticeKind::ask_lapsed);
        case Event::What::ask_helped: return telling.tell(event.told, NoticeKind::ask_helped);
        default: return forget_ask(transaction, *event.ask);
    }
}

}  // namespace

void record(sql::Transaction& transaction, Event const& event, Time now) {
    using What = Event::What;
    Telling telling{transaction, event, now};
    switch (event.what) {
        case What::posted:
        case What::commented: return record_post(transaction, event, telling);
        case What::reacted: return record_support(transaction, event, telling);
        case What::newcomer_waits: return record_waiting(transaction, event, telling);
        case What::vouched: return record_vouch(transaction, event, telling);
        case What::admitted:
        case What::refused_with_word: return record_decision(transaction, event, now);
        case What::left: return forget(transaction, event.group, event.about.value_or(event.actor));
        case What::reported: return record_report(transaction, event, telling);
        case What::agreement_changed:
            return telling.tell(members(transaction, event.group), NoticeKind::agreement_changed);
        case What::asked:
        case What::ask_answered:
        case What::ask_ended:
        case What::ask_reminded:
        case What::ask_on_duty:
        case What::ask_offered:
        case What::ask_lapsed:
        case What::ask_helped: return record_ask(transaction, event, telling);
        // Also the one who wrote it, where they facilitate: that one facilitator is not told would tell.
        case What::pen_opening_asked:
            return telling.tell(facilitators(transaction, event.group), NoticeKind::pen_opening_asked);
        case What::pen_opened: return telling.tell(event.about, NoticeKind::pen_opened);
        case What::glass_asked: return telling.tell(members(transaction, event.group), NoticeKind::glass_asked);
        case What::glass_broken: return telling.tell(members(transaction, event.group), NoticeKind::glass_broken);
        case What::glass_ended: return telling.tell(members(transaction, event.group), NoticeKind::glass_ended);
        case What::quarantined: return telling.tell(facilitators(transaction, event.group), NoticeKind::breach);
        case What::held_came_back: return telling.tell(event.about, NoticeKind::held_came_back);
        case What::turn_taken: return telling.tell(event.about, NoticeKind::turn_taken);
        case What::recovery_vouched: return telling.tell(event.about, NoticeKind::recovery);
        case What::changed:
            // Who was named only when the post was edited is told as well.
            return telling.tell(event.mentioned, NoticeKind::mention);
        case What::said: return record_message(transaction, event, now);
        case What::conversation_changed:
        case What::session_ended:
        case What::person_ended: return;  // notices go with the person's row
    }
}

}  // namespace kith::notices
