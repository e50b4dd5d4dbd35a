#include "domain/polls/endpoints.hpp"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "base/text.hpp"
#include "domain/groups/tabs.hpp"
#include "domain/pens/signing.hpp"
#include "domain/polls/actions.hpp"
#include "domain/polls/store.hpp"
#include "domain/polls/views.hpp"
#include "domain/posts/actions.hpp"
#include "domain/posts/composer.hpp"

namespace kith::polls {

namespace {

std::optional<std::size_t> number_from(std::string_view text) {
    std::size_t number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    bool const whole = !text.empty() && error == std::errc{} && end == text.data() + text.size();
    return whole ? std::optional{number} : std::nullopt;
}

// The form has the choices in a field of their own, one a line; what comes back from a second look has them in
// the text.
std::string text_from(http::Form const& form) {
    std::string text{form.value("body")};
    auto const lines = text::many_lines(form.value("choices"));
    for (std::string_view rest = lines; !rest.empty();) {
        auto const end = std::min(rest.find('\n'), rest.size());
        auto const line = text::one_line(rest.substr(0, end));
        if (!line.empty()) text += "\n- " + line;
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return text;
}

Result<Asking> asking_from(Call const& call) {
    Asking asking;
    asking.text = text_from(call.form);
    auto const kind = poll_kind_from(call.form.value("poll_kind"));
    if (!kind) return fail(Error::invalid("poll_kind", "Choose how people vote."));
    asking.kind = *kind;
    asking.anonymous = call.form.has("poll_anonymous");
    auto const days = call.form.value("poll_days");
    if (days.empty()) return asking;
    auto const number = number_from(days);
    if (!number || *number < 1 || *number > poll_days_max)
        return fail(Error::invalid(
            "poll_days", fmt::format("Give a number of days from 1 to {}, or leave it empty.", poll_days_max)));
    asking.closes_at = call.now + std::chrono::days{static_cast<int>(*number)};
    return asking;
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

Result<Answer> show_new(Call& call, Reader const& reader) {
    html::View view;
    groups::add_tabs(view, *reader, "talk");
    add_new_poll(call, view, *reader);
    return Page{"new_poll", std::move(view)};
}

Slow look_ahead(Call& call, Speaker const& speaker) {
    auto words = posts::checked_words(text_from(call.form));
    return words ? screening::look_ahead(call, {speaker->group.id}, *std::move(words)) : Slow{};
}

Result<Answer> publish(Call& call, Speaker const& speaker) {
    if (TRY(pens::read_written_as(call.form)) != WrittenAs::own_name)
        return fail(Error::invalid(std::string{written_as_field}, "A poll stands under your own name."));
    auto asking = TRY(asking_from(call));
    auto words = TRY(posts::checked_words(asking.text));
    TRY(check_choices(parts_of(words)));
    auto const page = "/groups/" + speaker->group.id.text() + "/polls";
    auto const looked = screening::look(call, {speaker->group.id}, std::move(words));
    if (auto const* asked = std::get_if<screening::Asked>(&looked))
        return posts::look_again(call, *speaker, *asked, page, page);
    auto const post = TRY(publish(call, speaker, std::get<screening::Screened>(looked), asking));
    return Done{"/posts/" + post.id.text(), post.id.text()};
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
