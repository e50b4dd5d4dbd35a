// refused: no viable conversion
// Who may read may not yet write: that takes the agreement, and another grant.
#include "domain/groups/policy.hpp"
#include "domain/posts/actions.hpp"

namespace kith {

Result<Post> write(Call& call, GroupId group, screening::Screened const& words) {
#ifdef ALLOWED
    auto const grant = TRY(groups::Policy::speak(call, group));
#else
    auto const grant = TRY(groups::Policy::read(call, group));
#endif
    return posts::publish(call, grant, words, {});
}

}  // namespace kith
