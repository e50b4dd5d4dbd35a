#include "domain/polls/actions.hpp"

#include <algorithm>

#include "domain/polls/store.hpp"

namespace kith::polls {

namespace {

Result<void> check_ballot(Poll const& poll, Ballot const& ballot) {
    if (ballot.empty()) return fail(Error::invalid("choice", "Choose something first."));
    auto sorted = ballot;
    std::ranges::sort(sorted);
    bool const twice = std::ranges::adjacent_find(sorted) != sorted.end();
    if (twice || sorted.back() >= poll.choices.size())
        return fail(Error::invalid("choice", "Choose from what is offered, each once."));
    if (poll.kind == PollKind::single && ballot.size() > 1)
        return fail(Error::invalid("choice", "Choose one of them."));
    return {};
}

}  // namespace

Result<void> vote(Call& call, PollVoter const& voter, Ballot const& ballot) {
    auto const& poll = voter->poll;
    TRY(check_ballot(poll, ballot));
    auto const person = call.viewer().person;
    if (!poll.anonymous) {
        vote_openly(call.transaction(), poll, person, ballot);
        return {};
    }
    if (!vote_anonymously(call.transaction(), poll, person, ballot))
        return fail(Error::conflict("You have voted already. Nobody can tell which vote is yours, so it stays."));
    return {};
}

Result<void> close(Call& call, PollCloser const& closer) {
    auto const& post = closer->under.post;
    // Who asked under a pen must not be named by the row that says who closed it.
    auto by = std::optional{call.viewer().person};
    if (post.pen && post.writer() == by) by.reset();
    if (!close(call.transaction(), closer->poll, by, post.moment(call.now)))
        return fail(Error::conflict("This poll has closed."));
    return {};
}

}  // namespace kith::polls
