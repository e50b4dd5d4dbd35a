// refused: calling a private constructor
// Only the policy that a right names can make a grant.
#include "domain/groups/policy.hpp"

namespace kith {

Result<void> look(Call& call, GroupId group) {
#ifdef ALLOWED
    auto const reader = TRY(groups::Policy::read(call, group));
#else
    Membership membership;
    membership.group.id = group;
    Reader const reader{membership};
    (void)call;
#endif
    (void)reader;
    return {};
}

}  // namespace kith
