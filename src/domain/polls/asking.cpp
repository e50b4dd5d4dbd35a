#include "domain/polls/asking.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "base/text.hpp"
#include "domain/polls/store.hpp"
#include "domain/polls/views.hpp"
#include "domain/posts/choices.hpp"

namespace kith::polls {

namespace {

using html::Seen;
using html::View;

constexpr std::string_view days_usual = "7";

std::string open_says(PollShows shows) {
    return fmt::format("Everyone in the group sees who votes for what, {}. A vote can be changed.",
                       shows == PollShows::at_once ? "at once" : "when it has closed");
}

std::string anonymous_says() {
    return fmt::format(
        "Nobody can ever see who voted for what. The result shows when it has closed, from {} votes on. A vote cannot "
        "be "
        "undone.",
        anonymous_votes_min);
}

Result<void> check_choices(posts::Parts const& parts) {
    auto const invalid = [](std::string field, std::string words) {
        return fail(Error::invalid(std::move(field), std::move(words)));
    };
    auto const& choices = parts.choices;
    if (parts.question_bytes == 0) return invalid("body", "Write the question first.");
    if (choices.size() < poll_choices_min) return invalid("choices", "Give at least two choices, or none at all.");
    if (choices.size() > poll_choices_max)
        return invalid("choices", fmt::format("Give at most {} choices.", poll_choices_max));
    for (auto const& each : choices) {
        if (text::characters(each) > poll_choice_characters_max)
            return invalid("choices", fmt::format("Keep each choice under {} characters.", poll_choice_characters_max));
        if (std::ranges::count(choices, each) > 1)
            return invalid("choices", "Two choices are the same. Change one of them.");
    }
    return {};
}

Result<std::optional<std::chrono::days>> days_in(http::Form const& form) {
    auto const text = form.value("poll_days");
    if (text.empty()) return std::nullopt;
    int days = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
    bool const whole = error == std::errc{} && end == text.data() + text.size();
    if (!whole || days < 1 || days > poll_days_max)
        return fail(Error::invalid(
            "poll_days", fmt::format("Give a number of days from 1 to {}, or leave it empty.", poll_days_max)));
    return std::optional{std::chrono::days{days}};
}

}  // namespace

void add_form(Call& call, View& view, GroupId group) {
    View form;
    View::List kinds;
    auto const kind = call.field("poll_kind", stored(PollKind::single));
    for (auto const each : {PollKind::single, PollKind::several, PollKind::ranked}) {
        View line;
        line.text("value", std::string{stored(each)}).text("said", std::string{in_words(each)});
        line.flag("chosen", kind == stored(each));
        kinds.push_back(std::move(line));
    }
    form.list("kinds", std::move(kinds));
    form.text("open_says", open_says(shows_in(call.transaction(), group))).text("anonymous_says", anonymous_says());
    form.flag("anonymous_chosen", call.filled() && call.filled()->has("poll_anonymous"));
    form.text("poll_days", call.field("poll_days", days_usual));
    bool wrong = false;
    for (auto const field : {"choices", "poll_kind", "poll_days"}) wrong = wrong || !call.fault(field).empty();
    form.text("choices_fault", call.fault("choices")).text("poll_kind_fault", call.fault("poll_kind"));
    form.text("poll_days_fault", call.fault("poll_days"));
    form.flag("poll_open", wrong || (call.filled() && posts::gives_choices(*call.filled())));
    view.child("poll_form", std::move(form), Seen::by_templates_only);
}

Result<UnderHead::Asked> read_form(Call const& call, std::string_view words) {
    auto parts = posts::parts_of(words);
    TRY(check_choices(parts));
    auto const kind = poll_kind_from(call.form.value("poll_kind"));
    if (!kind) return fail(Error::invalid("poll_kind", "Choose how people vote."));
    Poll poll;
    poll.kind = *kind;
    poll.anonymous = call.form.has("poll_anonymous");
    poll.choices = std::move(parts.choices);
    auto const days = TRY(days_in(call.form));
    auto const put = [poll, days](Call& asked, PostId head, GroupId group, Time moment) {
        auto whole = poll;
        whole.post = head;
        whole.group = group;
        whole.shows = shows_in(asked.transaction(), group);
        if (days) whole.closes_at = moment + *days;
        add(asked.transaction(), whole);
    };
    return UnderHead::Asked{parts.question_bytes, put};
}

}  // namespace kith::polls
