#include "domain/groups/policy.hpp"

#include "domain/groups/store.hpp"

namespace kith::groups {

Result<Reader> Policy::read(Call& call, GroupId id) {
    auto membership = find_membership(call.transaction(), id, call.viewer().person);
    if (!membership) return fail(Error::not_found());
    return Reader{std::move(*membership)};
}

Result<Speaker> Policy::speak(Call& call, GroupId id) {
    auto const reader = TRY(read(call, id));
    if (!reader->has_agreed())
        return fail(
            Error::forbidden("The agreement of this group has changed. Read and accept it before you write. "
                             "Your words are kept."));
    return Speaker{*reader};
}

Result<Facilitator> Policy::facilitate(Call& call, GroupId id) {
    auto const reader = TRY(read(call, id));
    if (!reader->facilitates()) return fail(Error::forbidden("This is for the facilitators of the group."));
    return Facilitator{*reader};
}

Gate<Reader> const may_read{
    Opens::to_member, [](Call& call) -> Result<Reader> { return Policy::read(call, TRY(call.id<Group>("group"))); }};
Gate<Speaker> const may_speak{
    Opens::to_member, [](Call& call) -> Result<Speaker> { return Policy::speak(call, TRY(call.id<Group>("group"))); }};
Gate<Facilitator> const may_facilitate{Opens::to_facilitator, [](Call& call) -> Result<Facilitator> {
                                           return Policy::facilitate(call, TRY(call.id<Group>("group")));
                                       }};

}  // namespace kith::groups
