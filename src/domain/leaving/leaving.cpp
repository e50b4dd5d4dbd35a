#include "domain/leaving/leaving.hpp"

#include <algorithm>

#include "domain/around/around.hpp"
#include "domain/asks/leaving.hpp"
#include "domain/groups/facilitators.hpp"
#include "domain/groups/store.hpp"
#include "domain/messages/leaving.hpp"
#include "domain/pens/store.hpp"
#include "domain/posts/leaving.hpp"
#include "domain/screening/screening.hpp"

namespace kith {

std::string_view stored(Keeps keeps) {
    switch (keeps) {
        case Keeps::with_name: return "with_name";
        case Keeps::without_name: return "without_name";
        case Keeps::nothing: return "nothing";
    }
    return {};
}

std::optional<Keeps> keeps_from(std::string_view text) {
    for (auto const keeps : {Keeps::with_name, Keeps::without_name, Keeps::nothing})
        if (stored(keeps) == text) return keeps;
    return std::nullopt;
}

}  // namespace kith

namespace kith::leaving {

namespace {

void ensure_facilitator(sql::Transaction& transaction, GroupId group, std::vector<groups::MemberLine> const& left) {
    if (std::ranges::any_of(left, [](groups::MemberLine const& line) { return line.role == Role::facilitator; }))
        return;
    auto const longest = std::ranges::min_element(left, {}, &groups::MemberLine::joined_at);
    groups::set_role(transaction, group, longest->person, Role::facilitator);
}

}  // namespace

Result<void> leave(Call& call, Reader const& reader, Keeps keeps, std::optional<PersonId> successor) {
    auto& transaction = call.transaction();
    auto const group = reader->group.id;
    auto const everyone = groups::members(transaction, group);
    if (groups::needs_successor(everyone, reader->person)) {
        if (!successor)
            return fail(Error::invalid("successor", "Choose who looks after the group when you have left."));
        TRY(groups::make_facilitator(call, *reader, *successor));
    }
    for (auto& event : take_out(transaction, group, reader->person, keeps, call.now)) call.announce(std::move(event));
    if (everyone.size() > 1)
        call.announce({.what = Event::What::left, .group = group, .actor = reader->person, .about = reader->person});
    return {};
}

static sql::Statement const delete_visits{"DELETE FROM visits WHERE group_id = $1 AND person_id = $2"};
static sql::Statement const delete_acceptances{"DELETE FROM acceptances WHERE group_id = $1 AND person_id = $2"};
static sql::Statement const delete_notices{"DELETE FROM notices WHERE group_id = $1 AND person_id = $2"};

std::vector<Event> take_out(sql::Transaction& transaction, GroupId group, PersonId person, Keeps keeps, Time now) {
    if (!groups::remove_member(transaction, group, person)) return {};
    auto const left = groups::members(transaction, group);
    if (left.empty()) {
        groups::remove(transaction, group);
        return {};
    }
    pens::lay_down(transaction, group, person);
    if (keeps == Keeps::without_name) posts::keep_without_name(transaction, group, person);
    if (keeps == Keeps::nothing) posts::withdraw_all(transaction, group, person, now);
    posts::forget_drafts(transaction, group, person);
    screening::forget(transaction, group, person);
    asks::forget(transaction, group, person, now);
    if (keeps != Keeps::with_name) asks::let_go(transaction, group, person);
    around::forget(transaction, group, person);
    transaction.run(delete_visits, group, person);
    transaction.run(delete_acceptances, group, person);
    transaction.run(delete_notices, group, person);
    ensure_facilitator(transaction, group, left);
    return messages::part_ways(transaction, person, now);
}

}  // namespace kith::leaving
