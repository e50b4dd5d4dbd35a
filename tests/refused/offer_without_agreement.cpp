// refused: no matching function
// Who may pass on an ask may not yet offer: an offer is said in the group, and takes its agreement.
#include "domain/asks/actions.hpp"
#include "domain/asks/policy.hpp"

namespace kith {

Result<void> help(Call& call, AskId ask) {
#ifdef ALLOWED
    auto const grant = TRY(asks::Policy::offer(call, ask));
#else
    auto const grant = TRY(asks::Policy::answer(call, ask));
#endif
    return asks::offer(call, grant);
}

}  // namespace kith
