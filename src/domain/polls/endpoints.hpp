// Asking with a poll, voting, closing.
#pragma once

#include "domain/polls/policy.hpp"

namespace kith::polls {

Result<Answer> show_new(Call&, Reader const&);
Result<Answer> publish(Call&, Speaker const&);
Result<Answer> change_settings(Call&, Facilitator const&);
Result<Answer> vote(Call&, PollVoter const&);
Result<Answer> show_closing(Call&, PollCloser const&);
Result<Answer> close_poll(Call&, PollCloser const&);

// What is asked, looked at before anything is written.
Slow look_ahead(Call&, Speaker const&);

}  // namespace kith::polls
