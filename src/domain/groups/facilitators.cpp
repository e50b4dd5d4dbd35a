#include "domain/groups/facilitators.hpp"

#include <algorithm>

#include "domain/acts/log.hpp"

namespace kith::groups {

bool needs_successor(std::vector<MemberLine> const& members, PersonId person) {
    bool only = false;
    for (auto const& member : members) {
        if (member.role != Role::facilitator) continue;
        if (member.person != person) return false;
        only = true;
    }
    return only && members.size() > 1;
}

Result<void> make_facilitator(Call& call, Membership const& by, PersonId member) {
    auto const everyone = members(call.transaction(), by.group.id);
    auto const found = std::ranges::find(everyone, member, &MemberLine::person);
    if (found == everyone.end()) return fail(Error::conflict("This person is not in the group any more."));
    if (found->role == Role::facilitator) return fail(Error::conflict("This person is a facilitator already."));
    set_role(call.transaction(), by.group.id, member, Role::facilitator);
    acts::log(call.transaction(), by.group.id, by.person, Act::made_facilitator, found->person, "", call.now);
    return {};
}

Result<void> step_down(Call& call, Facilitator const& facilitator) {
    auto const& group = facilitator->group.id;
    auto const everyone = members(call.transaction(), group);
    auto const there = std::ranges::count(everyone, Role::facilitator, &MemberLine::role);
    if (there < 2) return fail(Error::conflict("You are the only facilitator. Make somebody else one first."));
    set_role(call.transaction(), group, facilitator->person, Role::member);
    acts::log(call.transaction(), group, facilitator->person, Act::stepped_down, "", "", call.now);
    return {};
}

}  // namespace kith::groups
