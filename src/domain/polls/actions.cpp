#include "domain/polls/actions.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "domain/polls/store.hpp"
#include "domain/posts/actions.hpp"

namespace kith::polls {

namespace {

constexpr std::string_view bullet = "- ";

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

Parts parts_of(std::string_view text) {
    Parts parts;
    text = text.substr(0, text.find_last_not_of(" \n\t") + 1);
    while (!text.empty()) {
        auto const line_begin = text.rfind('\n') + 1;  // npos + 1 is 0: the first line
        auto const line = text.substr(line_begin);
        if (!text::trim(line).empty()) {
            if (!line.starts_with(bullet)) break;
            parts.choices.push_back(text::one_line(line.substr(bullet.size())));
        }
        text = text.substr(0, line_begin == 0 ? 0 : line_begin - 1);
    }
    parts.question_bytes = text.find_last_not_of(" \n\t") + 1;
    std::ranges::reverse(parts.choices);
    return parts;
}

Result<void> check_choices(Parts const& parts) {
    auto const& choices = parts.choices;
    if (parts.question_bytes == 0) return fail(Error::invalid("body", "Write the question first."));
    if (choices.size() < poll_choices_min) return fail(Error::invalid("choices", "Give at least two choices."));
    if (choices.size() > poll_choices_max)
        return fail(Error::invalid("choices", fmt::format("Give at most {} choices.", poll_choices_max)));
    for (auto const& choice : choices) {
        if (text::characters(choice) > poll_choice_characters_max)
            return fail(Error::invalid(
                "choices", fmt::format("Keep each choice under {} characters.", poll_choice_characters_max)));
        if (std::ranges::count(choices, choice) > 1)
            return fail(Error::invalid("choices", "Two choices are the same. Change one of them."));
    }
    return {};
}

Result<Post> publish(Call& call, Speaker const& speaker, screening::Screened const& screened, Asking const& asking) {
    auto const parts = parts_of(screened.words());
    TRY(check_choices(parts));
    auto post = TRY(
        posts::publish(call, speaker, screened.beginning(parts.question_bytes), {.kept = posts::Draft::Kept::stays}));
    auto& transaction = call.transaction();
    add(transaction, {post.id, post.group, asking.kind, asking.anonymous, shows_in(transaction, post.group),
                      asking.closes_at, 0, false, parts.choices});
    return post;
}

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
    if (!close(call.transaction(), closer->poll, call.viewer().person, call.now))
        return fail(Error::conflict("This poll has closed."));
    return {};
}

}  // namespace kith::polls
