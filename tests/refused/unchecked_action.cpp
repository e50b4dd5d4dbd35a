// refused: no viable conversion
// An action takes the grant of a policy: a membership that nobody checked is none.
#include "domain/groups/policy.hpp"
#include "domain/posts/actions.hpp"

namespace kith {

Result<Post> write(Call& call, GroupId group) {
#ifdef ALLOWED
    auto const speaker = TRY(groups::Policy::speak(call, group));
    return posts::publish(call, speaker, {.body = "hello"});
#else
    Membership membership;
    membership.group.id = group;
    return posts::publish(call, membership, {.body = "hello"});
#endif
}

}  // namespace kith
