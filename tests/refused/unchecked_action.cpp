// refused: no viable conversion
// An action takes the grant of a policy: a membership that nobody checked is none.
#include "domain/groups/policy.hpp"
#include "domain/posts/actions.hpp"

namespace kith {

Result<Post> write(Call& call, GroupId group, screening::Screened const& words) {
#ifdef ALLOWED
    auto const speaker = TRY(groups::Policy::speak(call, group));
    return posts::publish(call, speaker, words, {});
#else
    Membership membership;
    membership.group.id = group;
    return posts::publish(call, membership, words, {});
#endif
}

}  // namespace kith
