#include "domain/posts/held.hpp"

#include <algorithm>

#include "domain/groups/policy.hpp"
#include "domain/groups/store.hpp"
#include "domain/posts/policy.hpp"
#include "domain/posts/saying.hpp"
#include "domain/posts/store.hpp"
#include "platform/http/url.hpp"

namespace kith::posts {

namespace {

Held read_held(sql::Row const& row) {
    return {row.id<Held>(0), row.id<Group>(1), row.id<Person>(2), row.maybe_id<Post>(3),
            row.string(4),   row.string(5),    row.time(6)};
}

DraftPlace place_to_write(sql::Transaction& transaction, Held const& held) {
    if (held.under)
        if (auto const post = find(transaction, *held.under)) return {DraftPlace::Kind::thread, post->head().bytes};
    return {DraftPlace::Kind::group, held.group.bytes};
}

// All of the form but the words and the span.
std::string other_fields(http::Form const& form) {
    std::string text;
    auto const add = [&](std::string_view name) {
        auto const value = form.find(name);
        if (!value) return;
        if (!text.empty()) text += '&';
        text.append(name).append("=").append(http::percent_encode(*value));
    };
    for (std::string_view const name : {"topic", "asks", "quoted"}) add(name);
    for (auto const name : manner_fields) add(name);
    return text;
}

}  // namespace

#define KITH_HELD_COLUMNS "id, group_id, person_id, under_id, body, fields, said_at"

static sql::Statement const select_held{"SELECT " KITH_HELD_COLUMNS " FROM held_posts WHERE id = $1"};

std::optional<Held> find_held(sql::Transaction& transaction, HeldId id) {
    return transaction.one(select_held, read_held, id);
}

static sql::Statement const select_held_in_group{
    "SELECT " KITH_HELD_COLUMNS
    " FROM held_posts WHERE person_id = $1 AND group_id = $2 AND under_id IS NULL ORDER BY said_at, id"};
static sql::Statement const select_held_in_thread{
    "SELECT " KITH_HELD_COLUMNS
    " FROM held_posts WHERE person_id = $1 AND group_id = $2 AND under_id IN "
    "(SELECT id FROM posts WHERE id = $3 OR thread_id = $3) ORDER BY said_at, id"};

std::vector<Held> held_at(sql::Transaction& transaction, PersonId person, GroupId group, std::optional<PostId> thread) {
    if (thread) return transaction.all(select_held_in_thread, read_held, person, group, *thread);
    return transaction.all(select_held_in_group, read_held, person, group);
}

Result<std::chrono::minutes> span_to_hold(http::Form const& form) {
    auto const found = std::ranges::find(spans_to_hold, form.value(hold_field), &Span::stored);
    if (found == spans_to_hold.end()) return fail(Error::invalid(std::string{hold_field}, "Choose one from the list."));
    return found->lasts;
}

static sql::Statement const count_held{"SELECT count(*) FROM held_posts WHERE person_id = $1"};
static sql::Statement const insert_held{
    "INSERT INTO held_posts (id, group_id, person_id, under_id, body, fields, said_at) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7)"};

Result<void> hold(Call& call, GroupId group, std::optional<PostId> under, std::string_view words,
                  std::chrono::minutes span) {
    auto& transaction = call.transaction();
    auto const person = call.viewer().person;
    auto const count = transaction.one(count_held, [](sql::Row const& row) { return row.integer(0); }, person);
    if (count.value_or(0) >= static_cast<std::int64_t>(held_of_person_max))
        return fail(Error::invalid(std::string{hold_field},
                                   "You hold a lot already. Send this at once, or take something back first."));
    Held const held{HeldId::random(),        group,          person, under, std::string{words},
                    other_fields(call.form), call.now + span};
    transaction.run(insert_held, held.id, held.group, held.person, held.under, held.body, held.fields, held.said_at);
    forget_draft(transaction, person, place_to_write(transaction, held).text());
    return {};
}

static sql::Statement const delete_held{"DELETE FROM held_posts WHERE id = $1"};

namespace {

// No longer held, and not said: a draft.
std::string become_draft(sql::Transaction& transaction, Held const& held, Time now) {
    transaction.run(delete_held, held.id);
    auto const place = place_to_write(transaction, held);
    if (groups::find_membership(transaction, held.group, held.person))
        keep_draft(transaction, held.person, place.text(), held.group, held.body, now);
    return place.page();
}

// As if its writer had sent the form at this moment. What is announced goes to the call that it is said in.
Result<Post> say(Call& sent, Held const& held) {
    auto const draft = TRY(draft_from(sent.form, held.under ? Of::answer : Of::head, sent.now));
    auto const words = [&](auto const& grant) { return screening::look(sent, where_of(grant), held.body); };
    auto const refused = [] { return fail(Error::conflict("It asks for one more look.")); };
    if (!held.under) {
        auto const speaker = TRY(groups::Policy::speak(sent, held.group));
        auto const looked = words(speaker);
        auto const* screened = std::get_if<screening::Screened>(&looked);
        if (!screened) return refused();
        return publish(sent, speaker, *screened, draft);
    }
    auto const answerer = TRY(Policy::answer(sent, *held.under));
    auto const looked = words(answerer);
    auto const* screened = std::get_if<screening::Screened>(&looked);
    if (!screened) return refused();
    return comment(sent, answerer, *screened, draft);
}

std::string say_or_keep(Services const& services, sql::Transaction& transaction, Held const& held, Time now,
                        std::vector<Event>& events) {
    http::Request const request;
    auto form = http::Form::read_query(held.fields).value_or(http::Form{});
    // Its writer has looked at it before it was held.
    form.set("looked", screening::looked_at(held.body));
    Call sent{request, form, services};
    sent.now = now;
    sent.enter(transaction);
    sent.who = Viewer{};
    sent.who->person = held.person;
    auto const said = say(sent, held);
    if (!said) return become_draft(transaction, held, now);
    transaction.run(delete_held, held.id);
    events = std::move(sent.events);
    return place_of(transaction, *said);
}

}  // namespace

std::string take_back(Call& call, HeldOwner const& owner) { return become_draft(call.transaction(), *owner, call.now); }

std::string say_now(Call& call, HeldOwner const& owner) {
    std::vector<Event> events;
    auto place = say_or_keep(call.services, call.transaction(), *owner, call.now, events);
    for (auto& event : events) call.announce(std::move(event));
    return place;
}

static sql::Statement const delete_held_of{"DELETE FROM held_posts WHERE group_id = $1 AND person_id = $2"};

void forget_held(sql::Transaction& transaction, GroupId group, PersonId person) {
    transaction.run(delete_held_of, group, person);
}

static sql::Statement const select_due{"SELECT id FROM held_posts WHERE said_at <= $1 ORDER BY said_at, id LIMIT $2"};

void say_what_is_due(Services const& services, Time now) {
    auto const due = services.database.read([&](sql::Transaction& transaction) {
        return transaction.all(select_due, [](sql::Row const& row) { return row.id<Held>(0); }, now, said_at_once_max);
    });
    for (auto const id : due) {
        std::vector<Event> events;
        (void)services.database.write([&](sql::Transaction& transaction) -> Result<void> {
            events.clear();
            // Taken back or said meanwhile: then it is not there any more.
            auto const held = find_held(transaction, id);
            if (!held) return {};
            (void)say_or_keep(services, transaction, *held, now, events);
            for (auto const& event : events) services.record(transaction, event, now);
            return {};
        });
        for (auto const& event : events) services.tell(event);
    }
}

}  // namespace kith::posts
