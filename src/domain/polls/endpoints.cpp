#include "domain/polls/endpoints.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "domain/groups/tabs.hpp"
#include "domain/polls/actions.hpp"
#include "domain/polls/store.hpp"
#include "domain/polls/views.hpp"

namespace kith::polls {

namespace {

std::optional<std::size_t> number_from(std::string_view text) {
    std::size_t number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    bool const whole = !text.empty() && error == std::errc{} && end == text.data() + text.size();
    return whole ? std::optional{number} : std::nullopt;
}

// Ranked: rank_0, rank_1 … hold which choice each one is ("1" the first). Else each `choice` is a place.
Result<Ballot> ballot_from(http::Form const& form, Poll const& poll) {
    Ballot ballot;
    if (poll.kind != PollKind::ranked) {
        for (auto const& [field, value] : form.fields())
            if (field == "choice") ballot.push_back(number_from(value).value_or(poll.choices.size()));
        std::ranges::sort(ballot);
        return ballot;
    }
    std::vector<std::pair<std::size_t, std::size_t>> ranked;
    for (std::size_t place = 0; place < poll.choices.size(); ++place) {
        auto const value = form.value(fmt::format("rank_{}", place));
        if (value.empty()) continue;
        auto const rank = number_from(value);
        if (!rank) return fail(Error::invalid("choice", "Choose from what is offered."));
        ranked.emplace_back(*rank, place);
    }
    std::ranges::sort(ranked);
    for (std::size_t i = 1; i < ranked.size(); ++i)
        if (ranked[i].first == ranked[i - 1].first)
            return fail(Error::invalid("choice", "Two have the same place. Give each its own, or leave one out."));
    for (auto const& [rank, place] : ranked) ballot.push_back(place);
    return ballot;
}

}  // namespace

Result<Answer> show_settings(Call& call, Facilitator const& facilitator) {
    html::View view;
    groups::add_tabs(view, *facilitator, "care", call.transaction());
    add_settings(call, view, *facilitator);
    return Page{"poll_settings", std::move(view)};
}

Result<Answer> change_settings(Call& call, Facilitator const& facilitator) {
    auto const shows = poll_shows_from(call.form.value("shows"));
    if (!shows) return fail(Error::invalid("shows", "Choose one of the two."));
    set_shows(call.transaction(), facilitator->group.id, *shows);
    return Done{"/groups/" + facilitator->group.id.text() + "/polls"};
}

Result<Answer> vote(Call& call, PollVoter const& voter) {
    auto const ballot = TRY(ballot_from(call.form, voter->poll));
    TRY(vote(call, voter, ballot));
    return Done{"/posts/" + voter->poll.post.text() + "#poll"};
}

Result<Answer> show_closing(Call&, PollCloser const& closer) {
    html::View view;
    view.text("id", closer->poll.post.text()).flag("anonymous", closer->poll.anonymous);
    return Page{"close_poll", std::move(view)};
}

Result<Answer> close_poll(Call& call, PollCloser const& closer) {
    TRY(close(call, closer));
    return Done{"/posts/" + closer->poll.post.text() + "#poll"};
}

}  // namespace kith::polls
