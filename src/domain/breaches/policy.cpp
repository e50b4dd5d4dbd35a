#include "domain/groups/policy.hpp"
#include "domain/breaches/breach.hpp"
#include "domain/breaches/store.hpp"
#include "domain/posts/store.hpp"

namespace kith::breaches {

Result<BreachBeginner> Policy::begin(Call& call, PostId id) {
    auto post = posts::find_of_member(call.transaction(), id, call.viewer().person);
    if (!post) return fail(Error::not_found());
    auto const facilitator = TRY(groups::Policy::facilitate(call, post->group));
    return BreachBeginner{PostInGroup{std::move(*post), *facilitator}};
}

Result<BreachHandler> Policy::handle(Call& call, BreachId id) {
    auto breach = find_of_member(call.transaction(), id, call.viewer().person);
    if (!breach) return fail(Error::not_found());
    auto const facilitator = TRY(groups::Policy::facilitate(call, breach->group));
    return BreachHandler{BreachInGroup{std::move(*breach), *facilitator}};
}

Gate<BreachBeginner> const may_begin{Opens::to_facilitator, [](Call& call) -> Result<BreachBeginner> {
                                         return Policy::begin(call, TRY(call.id<Post>("post")));
                                     }};
Gate<BreachHandler> const may_handle{Opens::to_facilitator, [](Call& call) -> Result<BreachHandler> {
                                         return Policy::handle(call, TRY(call.id<Breach>("breach")));
                                     }};

}  // namespace kith::breaches
