// Facilitators: who looks after a group. Two, as soon as there are two members who could be.
#pragma once

#include <vector>

#include "base/result.hpp"
#include "domain/call/call.hpp"
#include "domain/groups/group.hpp"
#include "domain/groups/store.hpp"

namespace kith::groups {

// True when this person is the only facilitator and others are there who could be.
bool needs_successor(std::vector<MemberLine> const& members, PersonId);

// A member becomes a facilitator; it stands in the log.
Result<void> make_facilitator(Call&, Membership const& by, PersonId member);
// Becomes a plain member again. Conflict for the only facilitator.
Result<void> step_down(Call&, Facilitator const&);

}  // namespace kith::groups
