#include "domain/pens/opening.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "domain/acts/log.hpp"
#include "domain/call/gates.hpp"
#include "domain/groups/policy.hpp"
#include "domain/groups/store.hpp"
#include "domain/pens/signing.hpp"
#include "domain/pens/store.hpp"

namespace kith::pens {

Result<PenOpener> Policy::open(Call& call, PostId id) {
    auto const person = call.viewer().person;
    auto const under = under_post(call.transaction(), id, person);
    if (!under) return fail(Error::not_found());
    auto const facilitator = TRY(groups::Policy::facilitate(call, under->group));
    if (!under->pen) return fail(Error::conflict("This stands under its author's own name."));
    if (under->pen->holder == person) return fail(Error::forbidden("You wrote this yourself."));
    return PenOpener{PenUnderPost{*under->pen, id, under->head, *facilitator}};
}

Gate<PenOpener> const may_open{Opens::to_facilitator, [](Call& call) -> Result<PenOpener> {
                                   return Policy::open(call, TRY(call.id<Post>("post")));
                               }};

// Whose post it is comes first: who may not open it learns nothing from being asked.
Gate<PenOpener> const may_open_surely{Opens::to_facilitator, [](Call& call) -> Result<PenOpener> {
                                          auto opener = TRY(may_open.enter(call));
                                          TRY(ask_confirmed(call));
                                          return opener;
                                      }};

// Whoever asked and facilitates no more asks no more: it takes two who do, and another may ask.
static sql::Statement const select_request{
    "SELECT pen_requests.asked_by, asker.name, pen_requests.reason, pen_requests.asked_at, pen_openings.agreed_by, "
    "second.name, pen_openings.until_at FROM pen_requests JOIN people AS asker ON asker.id = pen_requests.asked_by "
    "LEFT JOIN pen_openings ON pen_openings.pen_id = pen_requests.pen_id "
    "LEFT JOIN people AS second ON second.id = pen_openings.agreed_by WHERE pen_requests.pen_id = $1 "
    "AND (pen_openings.pen_id IS NOT NULL OR EXISTS (SELECT 1 FROM memberships "
    "WHERE memberships.group_id = pen_requests.group_id AND memberships.person_id = pen_requests.asked_by "
    "AND memberships.role = 'facilitator'))"};

std::optional<Request> find_request(sql::Transaction& transaction, PenId pen, Time now) {
    auto request = transaction.one(
        select_request,
        [](sql::Row const& row) {
            return Request{row.id<Person>(0),       row.string(1), row.string(2),    row.time(3),
                           row.maybe_id<Person>(4), row.string(5), row.maybe_time(6)};
        },
        pen);
    if (request && now >= request->until.value_or(request->asked_at + opening_waits)) return std::nullopt;
    return request;
}

static sql::Statement const delete_request{"DELETE FROM pen_requests WHERE pen_id = $1"};
static sql::Statement const insert_request{
    "INSERT INTO pen_requests (pen_id, group_id, asked_by, reason, asked_at) VALUES ($1, $2, $3, $4, $5)"};

namespace {

Event event_of(Event::What what, PenUnderPost const& found, PersonId actor) {
    Event event{.what = what};
    event.group = found.membership.group.id;
    event.post = found.post;
    event.thread = found.head;
    event.actor = actor;
    event.about = found.pen.holder;
    return event;
}

}  // namespace

// Whoever wrote it is told when it is opened: who is not here any more cannot be.
static Result<void> must_be_here(Call& call, PenUnderPost const& found) {
    auto const& holder = found.pen.holder;
    if (holder && groups::find_membership(call.transaction(), found.membership.group.id, *holder)) return {};
    return fail(Error::conflict("Whoever wrote this is not here any more. It cannot be opened."));
}

Result<void> ask_to_open(Call& call, PenOpener const& opener, std::string_view reason) {
    auto& transaction = call.transaction();
    auto const& [pen, post, head, membership] = *opener;
    auto const text = text::many_lines(reason);
    if (text::trim(text).empty())
        return fail(Error::invalid("reason", "Say why. Every member can read it in the log."));
    if (text::characters(text) > opening_reason_characters_max)
        return fail(
            Error::invalid("reason", fmt::format("Keep this under {} characters.", opening_reason_characters_max)));
    if (find_request(transaction, pen.id, call.now)) return fail(Error::conflict("Somebody has asked already."));
    TRY(must_be_here(call, *opener));
    transaction.run(delete_request, pen.id);  // one whose time is over
    transaction.run(insert_request, pen.id, membership.group.id, membership.person, text, call.now);
    acts::log(transaction, membership.group.id, membership.person, Act::asked_to_open, in_log(pen), text, call.now);
    call.announce(event_of(Event::What::pen_opening_asked, *opener, membership.person));
    return {};
}

static sql::Statement const insert_opening{
    "INSERT INTO pen_openings (pen_id, group_id, agreed_by, opened_at, until_at) VALUES ($1, $2, $3, $4, $5)"};

Result<void> agree_to_open(Call& call, PenOpener const& opener) {
    auto& transaction = call.transaction();
    auto const& [pen, post, head, membership] = *opener;
    auto const request = find_request(transaction, pen.id, call.now);
    if (!request)
        return fail(
            Error::conflict("No facilitator asks to open this now, or it was too long ago. It takes two of you."));
    if (request->agreed_by) return fail(Error::conflict("Two of you have opened this already."));
    if (request->asked_by == membership.person)
        return fail(Error::forbidden("You asked. It takes another facilitator to agree."));
    auto const group = membership.group.id;
    TRY(must_be_here(call, *opener));
    transaction.run(insert_opening, pen.id, group, membership.person, call.now, call.now + opening_lasts);
    acts::log(transaction, group, membership.person, Act::opened_pen, in_log(pen), request->reason, call.now);
    call.announce(event_of(Event::What::pen_opened, *opener, membership.person));
    return {};
}

}  // namespace kith::pens
