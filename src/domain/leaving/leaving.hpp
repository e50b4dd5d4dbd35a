// Leaving a group quietly: what becomes of one's words, and of one's place.
//
// Nobody is told. What is removed: the membership, visits, acceptances, unsent
// words, open invitations, asks and offers, turns on the rota, seats in conversations with people they share no group
// with any more. When the last member leaves, the group and everything in it is deleted.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "domain/call/call.hpp"
#include "domain/groups/group.hpp"
#include "platform/sql/database.hpp"

namespace kith {

enum class Keeps { with_name, without_name, nothing };

std::string_view stored(Keeps);
std::optional<Keeps> keeps_from(std::string_view);

}  // namespace kith

namespace kith::leaving {

// The sole facilitator names another from among the members before they go. Announces Event::What::left.
Result<void> leave(Call&, Reader const&, Keeps, std::optional<PersonId> successor);

// Takes somebody out, whoever decided it: for `leave`, for a deleted account. Where nobody is left to facilitate,
// the member who has been there longest becomes the facilitator.
// Returns what open pages of conversations should hear of it.
std::vector<Event> take_out(sql::Transaction&, GroupId, PersonId, Keeps, Time now);

}  // namespace kith::leaving
