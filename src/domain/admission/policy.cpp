#include "domain/admission/policy.hpp"

#include "domain/admission/store.hpp"
#include "domain/groups/store.hpp"

namespace kith::admission {

namespace {

// The only way for a member: the row of the admission, submitted, and their own membership of its group.
Result<Newcomer> through_membership(Call& call, AdmissionId id) {
    auto admission = find(call.transaction(), id);
    if (!admission || !admission->submitted_at || admission->withdrawn) return fail(Error::not_found());
    auto membership = groups::find_membership(call.transaction(), admission->group, call.viewer().person);
    if (!membership) return fail(Error::not_found());
    // What was decided is the facilitators' to know.
    if (admission->decision && !membership->facilitates()) return fail(Error::not_found());
    return Newcomer{std::move(*admission), std::move(*membership)};
}

}  // namespace

Result<Comer> Policy::come_in(Call& call, AdmissionId id) {
    auto admission = find(call.transaction(), id);
    if (!admission || admission->person != call.viewer().person) return fail(Error::not_found());
    auto group = groups::find(call.transaction(), admission->group);
    if (!group) return fail(Error::not_found());
    return Comer{WayIn{std::move(*admission), std::move(*group)}};
}

Result<Meeter> Policy::meet(Call& call, AdmissionId id) { return Meeter{TRY(through_membership(call, id))}; }

Result<Decider> Policy::decide(Call& call, AdmissionId id) {
    auto found = TRY(through_membership(call, id));
    if (!found.membership.facilitates()) return fail(Error::forbidden("This is for the facilitators of the group."));
    if (!found.admission.waits()) return fail(Error::conflict("This has been decided already."));
    return Decider{std::move(found)};
}

Gate<Comer> const may_come_in{Opens::to_newcomer, [](Call& call) -> Result<Comer> {
                                  return Policy::come_in(call, TRY(call.id<Admission>("admission")));
                              }};
Gate<Meeter> const may_meet{Opens::to_member, [](Call& call) -> Result<Meeter> {
                                return Policy::meet(call, TRY(call.id<Admission>("admission")));
                            }};
Gate<Decider> const may_decide{Opens::to_facilitator, [](Call& call) -> Result<Decider> {
                                   return Policy::decide(call, TRY(call.id<Admission>("admission")));
                               }};

}  // namespace kith::admission
