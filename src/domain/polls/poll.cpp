#include "domain/polls/poll.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace kith {

namespace {

template <class Choice>
struct Words {
    Choice choice;
    std::string_view stored, said;
};

constexpr std::array kinds{
    Words{PollKind::single, "single", "Each chooses one"},
    Words{PollKind::several, "several", "Each chooses as many as they like"},
    Words{PollKind::ranked, "ranked", "Each puts them in order"},
};
constexpr std::array showings{
    Words{PollShows::at_once, "at_once", "At once"},
    Words{PollShows::when_closed, "when_closed", "When the poll has closed"},
};

template <class List, class Choice>
auto const& entry_of(List const& list, Choice choice) {
    return *std::ranges::find(list, choice, &List::value_type::choice);
}

template <class List>
auto choice_from(List const& list, std::string_view text) {
    auto const* const found = std::ranges::find(list, text, &List::value_type::stored);
    return found == list.end() ? std::nullopt : std::optional{found->choice};
}

}  // namespace

std::string_view stored(PollKind kind) { return entry_of(kinds, kind).stored; }
std::string_view in_words(PollKind kind) { return entry_of(kinds, kind).said; }
std::optional<PollKind> poll_kind_from(std::string_view text) { return choice_from(kinds, text); }
std::string_view stored(PollShows shows) { return entry_of(showings, shows).stored; }
std::string_view in_words(PollShows shows) { return entry_of(showings, shows).said; }
std::optional<PollShows> poll_shows_from(std::string_view text) { return choice_from(showings, text); }

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
