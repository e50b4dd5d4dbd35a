#include "domain/asks/policy.hpp"

#include "domain/asks/store.hpp"
#include "domain/groups/policy.hpp"
#include "domain/groups/store.hpp"
#include "domain/posts/composer.hpp"

namespace kith::asks {

namespace {

Result<AskInGroup> through_membership(Call& call, AskId id) {
    auto found = find_of_member(call.transaction(), id, call.viewer().person);
    if (!found) return fail(Error::not_found());
    auto membership = groups::find_membership(call.transaction(), found->ask.group, call.viewer().person);
    if (!membership) return fail(Error::not_found());
    return AskInGroup{std::move(found->ask), std::move(*membership), found->offered, found->passed};
}

}  // namespace

Result<AskReader> Policy::see(Call& call, AskId id) { return AskReader{TRY(through_membership(call, id))}; }

Result<AskAnswerer> Policy::answer(Call& call, AskId id) {
    auto found = TRY(through_membership(call, id));
    if (found.ask.asker == call.viewer().person) return fail(Error::forbidden("This is your own ask."));
    if (found.ask.end) return fail(Error::conflict("This ask has been closed."));
    return AskAnswerer{std::move(found)};
}

Result<AskOfferer> Policy::offer(Call& call, AskId id) {
    auto const answerer = TRY(answer(call, id));
    if (!answerer->membership.has_agreed())
        return fail(Error::forbidden("The agreement of this group has changed. Read and accept it before you offer."));
    return AskOfferer{*answerer};
}

Result<AskEnder> Policy::end(Call& call, AskId id) {
    auto found = TRY(through_membership(call, id));
    if (found.ask.asker != call.viewer().person)
        return fail(Error::forbidden("Only the person who asked can close this."));
    return AskEnder{std::move(found)};
}

Gate<Speaker> const may_ask{Opens::to_member, [](Call& call) -> Result<Speaker> {
                                auto const id = TRY(call.id<Group>("group"));
                                auto granted = groups::Policy::speak(call, id);
                                if (!granted && granted.error().kind == Kind::forbidden)
                                    posts::keep_unsaid(call, {posts::DraftPlace::Kind::ask, id.bytes}, id);
                                return granted;
                            }};
Gate<AskReader> const may_see{
    Opens::to_member, [](Call& call) -> Result<AskReader> { return Policy::see(call, TRY(call.id<Ask>("ask"))); }};
Gate<AskAnswerer> const may_answer{
    Opens::to_member, [](Call& call) -> Result<AskAnswerer> { return Policy::answer(call, TRY(call.id<Ask>("ask"))); }};
Gate<AskOfferer> const may_offer{
    Opens::to_member, [](Call& call) -> Result<AskOfferer> { return Policy::offer(call, TRY(call.id<Ask>("ask"))); }};
Gate<AskEnder> const may_end{
    Opens::to_author, [](Call& call) -> Result<AskEnder> { return Policy::end(call, TRY(call.id<Ask>("ask"))); }};

}  // namespace kith::asks
