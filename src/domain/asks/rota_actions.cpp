#include "domain/asks/rota_actions.hpp"

#include "domain/asks/promise.hpp"
#include "domain/groups/policy.hpp"

namespace kith::rota {

using std::chrono::minutes;

Result<TurnHolder> Policy::hold(Call& call, GroupId group, TurnId id) {
    auto const reader = TRY(groups::Policy::read(call, group));
    auto turn = find(call.transaction(), group, id);
    if (!turn) return fail(Error::not_found());
    if (turn->person != reader->person) return fail(Error::forbidden("This is somebody else's turn."));
    if (turn->until <= call.now) return fail(Error::conflict("This turn is over."));
    return TurnHolder{TurnInGroup{*turn, *reader}};
}

Result<TurnTaker> Policy::take(Call& call, GroupId group, TurnId id) {
    auto const reader = TRY(groups::Policy::read(call, group));
    auto turn = find(call.transaction(), group, id);
    if (!turn) return fail(Error::not_found());
    if (turn->person == reader->person) return fail(Error::conflict("This is your own turn."));
    if (!turn->swaps || turn->until <= call.now) return fail(Error::conflict("Somebody has this turn already."));
    return TurnTaker{TurnInGroup{*turn, *reader}};
}

Gate<TurnHolder> const may_hold{Opens::to_member, [](Call& call) -> Result<TurnHolder> {
                                    auto const group = TRY(call.id<Group>("group"));
                                    auto const turn = TRY(call.id<Turn>("turn"));
                                    return Policy::hold(call, group, turn);
                                }};
Gate<TurnTaker> const may_take{Opens::to_member, [](Call& call) -> Result<TurnTaker> {
                                   auto const group = TRY(call.id<Group>("group"));
                                   auto const turn = TRY(call.id<Turn>("turn"));
                                   return Policy::take(call, group, turn);
                               }};

Result<void> take_turns(Call& call, Speaker const& speaker, Wanted const& wanted) {
    auto& transaction = call.transaction();
    auto const group = speaker->group.id;
    if (minutes{wanted.until_minute - wanted.from_minute} < turn_min)
        return fail(Error::invalid("until", "A turn lasts at least half an hour, and ends on the day it begins."));
    if (minutes{wanted.until_minute - wanted.from_minute} > turn_max)
        return fail(Error::invalid("until", "A turn lasts at most twelve hours."));
    std::size_t own = 0;
    for (auto const& line : to_come(transaction, group, call.now)) own += line.turn.person == speaker->person;
    if (own + static_cast<std::size_t>(wanted.weeks) > turns_of_member_max)
        return fail(Error::conflict("That is more turns than one person should hold. Leave some to others."));
    auto const& zone = *asks::promise_of(transaction, group).zone;
    for (int week = 0; week < wanted.weeks; ++week) {
        auto const day = wanted.day + std::int64_t{7} * week;
        Turn turn{TurnId::random(), group, speaker->person, zone.instant(day, wanted.from_minute),
                  zone.instant(day, wanted.until_minute)};
        if (turn.until <= call.now) return fail(Error::invalid("day", "This time has passed. Choose a later one."));
        if (turn.from > call.now + turns_ahead_max)
            return fail(Error::invalid("day", "Choose a day within half a year."));
        if (overlaps(transaction, group, turn.person, turn.from, turn.until))
            return fail(Error::invalid("from", "You have a turn at that time already."));
        add(transaction, turn);
    }
    return {};
}

Result<void> take_over(Call& call, TurnTaker const& taker, std::optional<TurnId> in_return) {
    auto& transaction = call.transaction();
    auto const& turn = taker->turn;
    auto const me = call.viewer().person;
    std::optional<Turn> back;
    if (in_return) {
        back = find(transaction, turn.group, *in_return);
        if (!turn.takes_one_back || !back || back->person != me || back->from <= call.now)
            return fail(Error::invalid("in_return", "Choose one of your own turns to come, or none."));
    }
    hand_over(transaction, turn.id, me);
    if (back) hand_over(transaction, back->id, turn.person);
    call.announce({.what = Event::What::turn_taken, .group = turn.group, .actor = me, .about = turn.person});
    return {};
}

}  // namespace kith::rota
