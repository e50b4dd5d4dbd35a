#include "domain/polls/views.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "domain/groups/store.hpp"
#include "domain/polls/store.hpp"
#include "domain/posts/store.hpp"

namespace kith::polls {

namespace {

using html::Seen;
using html::View;

constexpr std::int64_t bar_width = 100;

std::string votes_in_words(std::int64_t votes) { return votes == 1 ? "1 vote" : fmt::format("{} votes", votes); }

// A line of a picture and the words that say the same.
View bar(std::string const& words, std::int64_t votes, std::int64_t of) {
    View line;
    line.text("words", words).number("votes", votes).text("votes_in_words", votes_in_words(votes));
    line.number("width", of > 0 ? votes * bar_width / of : 0, Seen::by_templates_only);
    return line;
}

std::string named(std::vector<std::size_t> const& places, Poll const& poll) {
    std::string text;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (i > 0) text += i + 1 == places.size() ? " and " : ", ";
        text += poll.choices[places[i]];
    }
    return text;
}

View::List rounds_of(Poll const& poll, Outcome const& outcome) {
    View::List list;
    for (std::size_t number = 0; number < outcome.rounds.size(); ++number) {
        auto const& round = outcome.rounds[number];
        View line;
        line.number("number", static_cast<std::int64_t>(number + 1));
        View::List bars;
        for (std::size_t place = 0; place < poll.choices.size(); ++place)
            if (round.in[place]) bars.push_back(bar(poll.choices[place], round.votes[place], round.counted));
        line.list("bars", std::move(bars));
        line.text("says", round.goes_out.empty()
                              ? std::string{}
                              : fmt::format("Nobody has more than half. Fewest votes: {}. Those votes go to the "
                                            "next choice on each ballot.",
                                            named(round.goes_out, poll)));
        list.push_back(std::move(line));
    }
    return list;
}

std::string outcome_in_words(Poll const& poll, Outcome const& outcome) {
    if (outcome.first.empty()) return "Nobody has voted.";
    if (outcome.first.size() > 1) return fmt::format("{} are equal.", named(outcome.first, poll));
    return fmt::format("{} has more than half of the votes in the last round.", poll.choices[outcome.first.front()]);
}

// Who chose what, where it is open.
View::List voters_of(Poll const& poll, std::vector<OpenVote> const& votes) {
    View::List list;
    for (auto const& vote : votes) {
        View line;
        std::string chosen;
        for (auto const place : vote.ballot)
            if (place < poll.choices.size())
                chosen += (chosen.empty()                  ? ""
                           : poll.kind == PollKind::ranked ? ", then "
                                                           : ", ") +
                          poll.choices[place];
        line.text("voter", vote.name).text("chose", chosen);
        list.push_back(std::move(line));
    }
    return list;
}

void add_results(View& view, Poll const& poll, std::vector<Cast> const& cast, std::int64_t voters) {
    View results;
    View::List bars;
    if (poll.kind == PollKind::ranked) {
        auto const outcome = instant_run_off(cast, poll.choices.size());
        results.text("outcome", outcome_in_words(poll, outcome)).list("rounds", rounds_of(poll, outcome));
    } else {
        auto const votes = count(cast, poll.choices.size());
        for (std::size_t place = 0; place < poll.choices.size(); ++place)
            bars.push_back(bar(poll.choices[place], votes[place], voters));
        results.text("outcome", voters == 0 ? "Nobody has voted." : "").list("rounds", {});
    }
    results.list("bars", std::move(bars));
    view.child("results_shown", std::move(results));
}

// What a ballot form offers; with what this person chose before, where that is known.
View::List offered(Call const& call, Poll const& poll, Ballot const& own) {
    View::List list;
    auto const sent = call.field("choice");
    for (std::size_t place = 0; place < poll.choices.size(); ++place) {
        View line;
        line.number("place", static_cast<std::int64_t>(place)).text("words", poll.choices[place]);
        auto const at = std::ranges::find(own, place);
        bool const chosen = call.refusal ? sent == std::to_string(place) : at != own.end();
        line.flag("chosen", chosen, Seen::by_templates_only);
        auto const rank = call.refusal      ? call.field(fmt::format("rank_{}", place))
                          : at == own.end() ? ""
                                            : std::to_string(at - own.begin() + 1);
        View::List ranks;
        for (std::size_t i = 1; poll.kind == PollKind::ranked && i <= poll.choices.size(); ++i) {
            View each;
            each.text("rank", std::to_string(i)).flag("is_rank", rank == std::to_string(i));
            ranks.push_back(std::move(each));
        }
        line.list("ranks", std::move(ranks), Seen::by_templates_only);
        list.push_back(std::move(line));
    }
    return list;
}

template <class Choice, std::size_t count>
View::List choices(std::array<Choice, count> const& all, std::string_view chosen) {
    View::List list;
    for (auto const each : all) {
        View line;
        line.text("value", std::string{stored(each)}).text("said", std::string{in_words(each)});
        line.flag("chosen", chosen == stored(each));
        list.push_back(std::move(line));
    }
    return list;
}

std::string says(Poll const& poll, bool closed, bool shown) {
    if (closed && !shown && poll.anonymous)
        return fmt::format("Closed. Fewer than {} people voted, so nothing is shown.", anonymous_votes_min);
    if (closed) return "Closed.";
    if (poll.anonymous)
        return fmt::format(
            "Anonymous. Nobody can see who voted for what, the facilitators and the host neither. Nothing shows "
            "before it closes, and then only if at least {} people have voted.",
            anonymous_votes_min);
    return poll.shows == PollShows::at_once
               ? "Open: everyone in the group sees who votes for what."
               : "Open: when it has closed, everyone in the group sees who voted for what.";
}

}  // namespace

void add_poll(Call& call, View& view, PostId id) {
    auto& transaction = call.transaction();
    auto const poll = find(transaction, id);
    if (!poll) {
        view.null("poll");
        return;
    }
    auto const person = call.viewer().person;
    auto const post = posts::find(transaction, id);
    auto const membership = groups::find_membership(transaction, poll->group, person);
    bool const closed = poll->is_closed(call.now), shown = poll->shows_results(call.now);
    bool const may_close = post && membership && (post->writer() == person || membership->facilitates());
    auto const votes = poll->anonymous ? std::vector<OpenVote>{} : open_votes(transaction, id);
    auto const own = std::ranges::find(votes, person, &OpenVote::person);
    bool const has = poll->anonymous ? has_voted(transaction, id, person) : own != votes.end();

    View child;
    child.text("poll_id", id.text(), Seen::by_templates_only);
    child.text("kind", std::string{stored(poll->kind)}).flag("anonymous", poll->anonymous).flag("closed", closed);
    child.text("says", says(*poll, closed, shown)).text("how", std::string{in_words(poll->kind)});
    child.text("closes_at", !closed && poll->closes_at ? iso(*poll->closes_at) : "");
    child.text("closes_in_words", !closed && poll->closes_at ? in_words(*poll->closes_at) : "",
               Seen::by_templates_only);
    child.flag("has_voted", has && !closed);
    child.flag("may_vote", !closed && post && !post->hidden && !(poll->anonymous && has), Seen::by_templates_only);
    child.flag("may_close", may_close && !closed, Seen::by_templates_only);
    child.flag("single", poll->kind == PollKind::single, Seen::by_templates_only);
    child.flag("several", poll->kind == PollKind::several, Seen::by_templates_only);
    child.flag("ranked", poll->kind == PollKind::ranked, Seen::by_templates_only);
    child.text("choice_fault", call.fault("choice"), Seen::by_templates_only);
    child.list("choices", offered(call, *poll, own == votes.end() ? Ballot{} : own->ballot));
    if (shown) {
        std::vector<Cast> cast;
        for (auto const& vote : votes) cast.push_back({vote.ballot, 1});
        if (poll->anonymous) cast = tallies(transaction, id);
        add_results(child, *poll, cast, poll->anonymous ? poll->voted : static_cast<std::int64_t>(votes.size()));
    } else {
        child.null("results_shown");
    }
    child.list("voters", shown ? voters_of(*poll, votes) : View::List{});
    view.child("poll", std::move(child));
}

void add_settings(Call& call, View& view, Membership const& membership) {
    auto const group = membership.group.id;
    view.text("id", group.text()).text("group_name", membership.group.name);
    auto const shows = shows_in(call.transaction(), group);
    view.text("shows", std::string{stored(shows)});
    view.text("shows_fault", call.fault("shows"), Seen::by_templates_only);
    view.list("showings", choices(std::array{PollShows::at_once, PollShows::when_closed}, stored(shows)),
              Seen::by_templates_only);
}

}  // namespace kith::polls
