// What can be done with polls.
#pragma once

#include "domain/polls/policy.hpp"
#include "domain/screening/screening.hpp"

namespace kith::polls {

// What is asked, before anybody has looked at it: the question, and the choices as a list below it. Question and
// choices are one text while they are looked at, so that what they tell together is seen.
struct Asking {
    std::string text;
    PollKind kind = PollKind::single;
    bool anonymous = false;
    std::optional<Time> closes_at;
};

// The text as the question and its choices: the last lines that begin with "- ".
struct Parts {
    std::size_t question_bytes = 0;
    std::vector<std::string> choices;
};
Parts parts_of(std::string_view text);
// Invalid where there are too few choices or too many, one too long, or two alike.
Result<void> check_choices(Parts const&);

Result<Post> publish(Call&, Speaker const&, screening::Screened const&, Asking const&);
// Invalid where the ballot is none of this kind. In an anonymous poll once; in an open one the newest counts.
Result<void> vote(Call&, PollVoter const&, Ballot const&);
Result<void> close(Call&, PollCloser const&);

}  // namespace kith::polls
