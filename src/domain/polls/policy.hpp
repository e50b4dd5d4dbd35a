// Who may do what with a poll: always through the post that it hangs under.
#pragma once

#include "domain/call/row.hpp"
#include "domain/polls/poll.hpp"
#include "domain/posts/post.hpp"

namespace kith {

struct PollUnderPost {
    Poll poll;
    PostInGroup under;
};

namespace polls {
struct Policy;
}

struct VoteInPoll {
    using Policy = polls::Policy;
};  // a member who accepted the agreement; post and poll are open
struct ClosePoll {
    using Policy = polls::Policy;
};  // who asked, or a facilitator

using PollVoter = Granted<VoteInPoll, PollUnderPost>;
using PollCloser = Granted<ClosePoll, PollUnderPost>;

namespace polls {

struct Policy {
    static Result<PollVoter> vote(Call&, PostId);
    static Result<PollCloser> close(Call&, PostId);
};

// For rows whose path holds {post}.
extern Gate<PollVoter> const may_vote;
extern Gate<PollCloser> const may_close;

}  // namespace polls
}  // namespace kith
