#include "domain/polls/poll.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/named.hpp"

namespace kith {

namespace {

constexpr std::array kinds{
    Named{PollKind::single, "single", "Each chooses one"},
    Named{PollKind::several, "several", "Each chooses as many as they like"},
    Named{PollKind::ranked, "ranked", "Each puts them in order"},
};
constexpr std::array showings{
    Named{PollShows::at_once, "at_once", "At once"},
    Named{PollShows::when_closed, "when_closed", "When the poll has closed"},
};

}  // namespace

std::string_view stored(PollKind kind) { return named(kinds, kind).stored; }
std::string_view in_words(PollKind kind) { return named(kinds, kind).words; }
std::optional<PollKind> poll_kind_from(std::string_view text) { return value_named(kinds, text); }
std::string_view stored(PollShows shows) { return named(showings, shows).stored; }
std::string_view in_words(PollShows shows) { return named(showings, shows).words; }
std::optional<PollShows> poll_shows_from(std::string_view text) { return value_named(showings, text); }

std::string stored(Ballot const& ballot) {
    std::string text;
    for (auto const place : ballot) text += (text.empty() ? "" : ",") + std::to_string(place);
    return text;
}

Ballot ballot_from(std::string_view text) {
    Ballot ballot;
    while (!text.empty()) {
        std::size_t place = 0;
        auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), place);
        if (error != std::errc{}) break;
        ballot.push_back(place);
        text.remove_prefix(std::min(text.size(), static_cast<std::size_t>(end - text.data()) + 1));
    }
    return ballot;
}

}  // namespace kith
