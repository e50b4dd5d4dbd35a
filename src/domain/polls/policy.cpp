#include "domain/polls/policy.hpp"

#include "domain/polls/store.hpp"
#include "domain/posts/policy.hpp"

namespace kith::polls {

Result<PollVoter> Policy::vote(Call& call, PostId id) {
    auto const under = TRY(posts::Policy::answer(call, id));
    auto poll = find(call.transaction(), id);
    if (!poll) return fail(Error::not_found());
    if (poll->is_closed(call.now)) return fail(Error::conflict("This poll has closed."));
    return PollVoter{PollUnderPost{std::move(*poll), *under}};
}

Result<PollCloser> Policy::close(Call& call, PostId id) {
    auto const under = TRY(posts::Policy::read(call, id));
    auto poll = find(call.transaction(), id);
    if (!poll) return fail(Error::not_found());
    if (under->post.writer() != call.viewer().person && !under->membership.facilitates())
        return fail(Error::forbidden("Only the person who asked, or a facilitator, can close this poll."));
    if (poll->is_closed(call.now)) return fail(Error::conflict("This poll has closed."));
    return PollCloser{PollUnderPost{std::move(*poll), *under}};
}

Gate<PollVoter> const may_vote{
    Opens::to_member, [](Call& call) -> Result<PollVoter> { return Policy::vote(call, TRY(call.id<Post>("post"))); }};
Gate<PollCloser> const may_close{
    Opens::to_author, [](Call& call) -> Result<PollCloser> { return Policy::close(call, TRY(call.id<Post>("post"))); }};

}  // namespace kith::polls
