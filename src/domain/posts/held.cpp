#include "domain/posts/held.hpp"

#include <algorithm>
#include <memory>
#include <random>

#include "domain/files/store.hpp"
#include "domain/groups/policy.hpp"
#include "domain/groups/store.hpp"
#include "domain/pens/signing.hpp"
#include "domain/people/pause.hpp"
#include "domain/people/store.hpp"
#include "domain/posts/beside.hpp"
#include "domain/posts/policy.hpp"
#include "domain/posts/saying.hpp"
#include "domain/posts/store.hpp"

namespace kith::posts {

namespace {

Held read_held(sql::Row const& row) {
    return {row.id<Held>(0), row.id<Group>(1), row.id<Person>(2), row.maybe_id<Post>(3),
            row.string(4),   row.string(5),    row.time(6)};
}

std::chrono::minutes minutes_by_chance() {
    std::random_device chance;
    return std::chrono::minutes{std::uniform_int_distribution{0, 59}(chance)};
}

DraftPlace place_to_write(sql::Transaction& transaction, Held const& held) {
    if (held.under)
        if (auto const post = find(transaction, *held.under)) return {DraftPlace::Kind::thread, post->head().bytes};
    return {DraftPlace::Kind::group, held.group.bytes};
}

// All of the form but the words and the span.
std::string other_fields(http::Form const& form) {
    auto text = kept_with_held(form);
    if (!text.empty()) text += '&';
    return text.append(screening::paused_field).append("=yes");  // to be held is a pause
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

Result<std::optional<Time>> hold_until(Call& call) {
    auto const chosen = call.form.values(screening::hold_field);
    auto const found =
        std::ranges::find(hold_choices, chosen.empty() ? std::string_view{} : chosen.back(), &HoldChoice::stored);
    if (found == hold_choices.end())
        return fail(Error::invalid(std::string{screening::hold_field}, "Choose one from the list."));
    switch (found->hold) {
        case Hold::none: return std::nullopt;
        case Hold::minute: return call.now + std::chrono::minutes{1};
        case Hold::hour: return call.now + std::chrono::hours{1};
        case Hold::morning: break;
    }
    auto const morning =
        people::next_morning(people::quiet_settings_of(call.transaction(), call.viewer().person), call.now);
    // The minute is a person's own: words under a pen go some time in the hour after it, and not beside others of
    // theirs.
    auto const under = TRY(pens::read_written_as(call.form));
    return under == WrittenAs::own_name ? morning : morning + minutes_by_chance();
}

static sql::Statement const count_held{"SELECT count(*) FROM held_posts WHERE person_id = $1"};
static sql::Statement const insert_held{
    "INSERT INTO held_posts (id, group_id, person_id, under_id, body, fields, said_at) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7)"};

Result<void> hold(Call& call, GroupId group, std::optional<PostId> under, std::string_view words,
                  files::AllChosen const& chosen, Time until) {
    auto& transaction = call.transaction();
    auto const person = call.viewer().person;
    auto const count = transaction.one(count_held, [](sql::Row const& row) { return row.integer(0); }, person);
    if (count.value_or(0) >= static_cast<std::int64_t>(held_of_person_max))
        return fail(Error::invalid(std::string{screening::hold_field},
                                   "You hold a lot already. Send this at once, or take something back first."));
    Held const held{HeldId::random(), group, person, under, std::string{words}, other_fields(call.form), until};
    for (auto const& file : chosen) files::keep_until(transaction, file.id, until + unsaid_file_kept);
    transaction.run(insert_held, held.id, held.group, held.person, held.under, held.body, held.fields, held.said_at);
    forget_draft(transaction, person, place_to_write(transaction, held).text());
    return {};
}

static sql::Statement const delete_held{"DELETE FROM held_posts WHERE id = $1"};

namespace {

// No longer held, and not said: a draft, after what may be kept there already.
std::string become_draft(sql::Transaction& transaction, Held const& held, Time now) {
    transaction.run(delete_held, held.id);
    auto const place = place_to_write(transaction, held);
    if (groups::find_membership(transaction, held.group, held.person)) {
        auto kept = find_draft(transaction, held.person, place.text());
        if (kept.body != held.body) kept.body += (kept.body.empty() ? "" : "\n\n") + held.body;
        auto const form = http::Form::read_query(held.fields).value_or(http::Form{});
        kept.fields = kept_with_draft(form);
        for (auto const value : form.values(files::id_field))
            if (auto const file = FileId::parse(value))
                files::keep_until(transaction, *file, now + files_of_draft_kept);
        keep_draft(transaction, held.person, place.text(), held.group, kept, now);
    }
    return takes_words(transaction, place) ? place.page() : std::string{drafts_page};
}

// As if its writer had sent the form at this moment.
class Sent {
public:
    Sent(Services const& services, Held held, Time now)
        : held_{std::move(held)},
          form_{http::Form::read_query(held_.fields).value_or(http::Form{})},
          call_{request_, form_, services} {
        call_.now = now;
        call_.who = Viewer{};
        call_.who->person = held_.person;
    }

    // Before the transaction that says it; what cannot be said then is not looked at.
    Slow look_ahead(sql::Transaction& transaction) {
        call_.enter(transaction);
        auto const ahead = [&](auto const& granted) {
            return granted ? screening::look_ahead(call_, where_of(*granted), held_.body, files::words_in(call_.form))
                           : Slow{};
        };
        return held_.under ? ahead(Policy::answer(call_, *held_.under))
                           : ahead(groups::Policy::speak(call_, held_.group));
    }

    // What the look ahead has found, from one Sent of the same words to another.
    std::any const& found() const { return call_.ahead; }
    void take_found(std::any found) { call_.ahead = std::move(found); }

    struct Outcome {
        std::string page;  // on which it stands; or where it is kept, when it could not be said
        bool said = false;
        std::vector<Event> events{};
    };

    Outcome say(sql::Transaction& transaction) {
        call_.enter(transaction);
        call_.events.clear();
        auto const post = said();
        if (!post) return {.page = become_draft(transaction, held_, call_.now)};
        transaction.run(delete_held, held_.id);
        return {place_of(transaction, *post), true, call_.events};
    }

private:
    Result<Post> said() {
        auto draft = TRY(draft_from(call_, held_.under ? Of::answer : Of::head, held_.group, held_.body));
        draft.kept = Draft::Kept::stays;
        auto const looked = [&](auto const& grant) -> Result<screening::Screened> {
            auto found = screening::look(call_, where_of(grant), held_.body, files::words_of(draft.files));
            if (auto* screened = std::get_if<screening::Screened>(&found)) return std::move(*screened);
            return fail(Error::conflict("It asks for one more look."));
        };
        if (!held_.under) {
            auto const speaker = TRY(groups::Policy::speak(call_, held_.group));
            return publish(call_, speaker, TRY(looked(speaker)), draft);
        }
        auto const answerer = TRY(Policy::answer(call_, *held_.under));
        return comment(call_, answerer, TRY(looked(answerer)), draft);
    }

    Held const held_;
    http::Request const request_;
    http::Form const form_;
    Call call_;
};

}  // namespace

std::string take_back(Call& call, HeldOwner const& owner) { return become_draft(call.transaction(), *owner, call.now); }

Slow look_ahead_of(Call& call, HeldOwner const& owner) {
    auto const sent = std::make_shared<Sent>(call.services, *owner, call.now);
    auto look = sent->look_ahead(call.transaction());
    if (!look) return {};
    return [&call, sent, look = std::move(look)]() -> Result<void> {
        TRY(look());
        call.ahead = sent->found();
        return {};
    };
}

std::string say_now(Call& call, HeldOwner const& owner) {
    Sent sent{call.services, *owner, call.now};
    sent.take_found(call.ahead);
    auto outcome = sent.say(call.transaction());
    for (auto& event : outcome.events) call.announce(std::move(event));
    return std::move(outcome.page);
}

static sql::Statement const delete_held_of{"DELETE FROM held_posts WHERE group_id = $1 AND person_id = $2"};

void forget_held(sql::Transaction& transaction, GroupId group, PersonId person) {
    transaction.run(delete_held_of, group, person);
}

static sql::Statement const select_due{"SELECT id FROM held_posts WHERE said_at <= $1 ORDER BY said_at, id LIMIT $2"};

namespace {

void say_in_time(Services const& services, HeldId id, Time now) {
    std::optional<Held> held;
    std::optional<Sent> sent;
    auto const look = services.database.read([&](sql::Transaction& transaction) -> Slow {
        held = find_held(transaction, id);
        if (!held) return {};
        sent.emplace(services, *held, now);
        return sent->look_ahead(transaction);
    });
    if (!held) return;
    if (look) (void)look();
    std::vector<Event> events;
    (void)services.database.write([&](sql::Transaction& transaction) -> Result<void> {
        events.clear();
        // Taken back or said meanwhile: then it is not there any more.
        if (!find_held(transaction, id)) return {};
        auto outcome = sent->say(transaction);
        events = std::move(outcome.events);
        if (!outcome.said)
            events.push_back({.what = Event::What::held_came_back, .group = held->group, .about = held->person});
        for (auto const& event : events) services.record(transaction, event, now);
        return {};
    });
    for (auto const& event : events) services.tell(event);
}

}  // namespace

void say_what_is_due(Services const& services, Resting& resting, Time now) {
    auto const due = services.database.read([&](sql::Transaction& transaction) {
        return transaction.all(
            select_due, [](sql::Row const& row) { return row.id<Held>(0); }, now, said_at_once_max + resting.count());
    });
    for (auto const id : due) resting.unless_it_rests(id.text(), now, [&] { say_in_time(services, id, now); });
}

}  // namespace kith::posts
