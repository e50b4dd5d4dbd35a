// Voting, closing; what a group has set. Asking is a part of posts (asking.hpp).
#pragma once

#include "domain/polls/policy.hpp"

namespace kith::polls {

Result<Answer> show_settings(Call&, Facilitator const&);
Result<Answer> change_settings(Call&, Facilitator const&);
Result<Answer> vote(Call&, PollVoter const&);
Result<Answer> show_closing(Call&, PollCloser const&);
Result<Answer> close_poll(Call&, PollCloser const&);

}  // namespace kith::polls
