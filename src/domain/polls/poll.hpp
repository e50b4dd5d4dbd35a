// A poll: a question to a group with choices, asked by a post. The post says the question; the poll hangs under it.
//
// Open, it shows who chose what, at once or when it has closed, as the group had set it when it was asked; who has
// voted may vote otherwise until it closes.
//
// Anonymous, it shows nothing before it has closed, and then only when at least `anonymous_votes_min` have voted.
// It cannot be made open, and a vote in it cannot be changed or taken back, because nobody knows whose it is:
// what is kept is that somebody has voted (until it closes), and apart from that how often each ballot was cast.
// Both are written anew as a whole with each vote, so that no row tells by its age or by its transaction to which other
// it belongs (on PostgreSQL every row carries the number of the transaction that wrote it). What remains: whoever can
// copy the database or its log between two votes sees what one vote changed, and where all chose alike the result says
// it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"
#include "domain/ids.hpp"

namespace kith {

inline constexpr std::size_t poll_choices_min = 2;
inline constexpr std::size_t poll_choices_max = 10;
inline constexpr std::size_t poll_choice_characters_max = 120;
inline constexpr std::int64_t anonymous_votes_min = 5;
inline constexpr int poll_days_max = 60;

enum class PollKind { single, several, ranked };
enum class PollShows { at_once, when_closed };

std::string_view stored(PollKind);
std::string_view in_words(PollKind);
std::optional<PollKind> poll_kind_from(std::string_view stored);
std::string_view stored(PollShows);
std::string_view in_words(PollShows);
std::optional<PollShows> poll_shows_from(std::string_view stored);

// Places of choices, the first choice first where they are ranked, else in their order.
using Ballot = std::vector<std::size_t>;
std::string stored(Ballot const&);
Ballot ballot_from(std::string_view stored);

struct Poll {
    PostId post;
    GroupId group;
    PollKind kind = PollKind::single;
    bool anonymous = false;
    PollShows shows = PollShows::at_once;
    std::optional<Time> closes_at;
    std::int64_t voted = 0;  // of an anonymous one
    bool closed_early = false;
    std::vector<std::string> choices;

    bool is_closed(Time now) const { return closed_early || (closes_at && *closes_at <= now); }
    bool shows_results(Time now) const {
        if (anonymous) return is_closed(now) && voted >= anonymous_votes_min;
        return shows == PollShows::at_once || is_closed(now);
    }
};

}  // namespace kith
