// What can be done with polls that are asked (asking.hpp).
#pragma once

#include "domain/polls/policy.hpp"

namespace kith::polls {

// Invalid where the ballot is none of this kind. In an anonymous poll once; in an open one the newest counts.
Result<void> vote(Call&, PollVoter const&, Ballot const&);
Result<void> close(Call&, PollCloser const&);

}  // namespace kith::polls
