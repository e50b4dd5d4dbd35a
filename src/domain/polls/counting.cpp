#include "domain/polls/counting.hpp"

#include <algorithm>
#include <numeric>

namespace kith::polls {

namespace {

Round count_round(std::vector<Cast> const& cast, std::vector<bool> const& in) {
    Round round{std::vector<std::int64_t>(in.size(), 0), in, {}, 0};
    for (auto const& [ballot, times] : cast) {
        auto const first =
            std::ranges::find_if(ballot, [&](std::size_t place) { return place < in.size() && in[place]; });
        if (first == ballot.end()) continue;
        round.votes[*first] += times;
        round.counted += times;
    }
    return round;
}

std::vector<std::size_t> those_in(Round const& round) {
    std::vector<std::size_t> places;
    for (std::size_t place = 0; place < round.in.size(); ++place)
        if (round.in[place]) places.push_back(place);
    return places;
}

std::vector<std::size_t> with_fewest(std::vector<std::size_t> const& places, Round const& round) {
    std::int64_t fewest = INT64_MAX;
    for (auto const place : places) fewest = std::min(fewest, round.votes[place]);
    std::vector<std::size_t> last;
    for (auto const place : places)
        if (round.votes[place] == fewest) last.push_back(place);
    return last;
}

std::vector<std::size_t> who_goes(std::vector<Round> const& before, Round const& round) {
    auto const places = those_in(round);
    auto last = with_fewest(places, round);
    if (last.size() == 1 || last.size() == places.size()) return last;
    std::int64_t together = 0, next = INT64_MAX;
    for (auto const place : places) {
        bool const is_last = std::ranges::find(last, place) != last.end();
        if (is_last)
            together += round.votes[place];
        else
            next = std::min(next, round.votes[place]);
    }
    if (together < next) return last;
    for (auto earlier = before.rbegin(); earlier != before.rend() && last.size() > 1; ++earlier)
        last = with_fewest(last, *earlier);
    return last;
}

}  // namespace

std::vector<std::int64_t> count(std::vector<Cast> const& cast, std::size_t choices) {
    std::vector<std::int64_t> votes(choices, 0);
    for (auto const& [ballot, times] : cast)
        for (auto const place : ballot)
            if (place < choices) votes[place] += times;
    return votes;
}

Outcome instant_run_off(std::vector<Cast> const& cast, std::size_t choices) {
    Outcome outcome;
    std::vector<bool> in(choices, true);
    while (true) {
        auto round = count_round(cast, in);
        if (round.counted == 0) return outcome;
        auto const places = those_in(round);
        auto const most = std::ranges::max_element(round.votes);
        bool const won = *most * 2 > round.counted;
        if (won) {
            outcome.first = {static_cast<std::size_t>(most - round.votes.begin())};
        } else {
            round.goes_out = who_goes(outcome.rounds, round);
            if (round.goes_out.size() == places.size()) {
                outcome.first = places;
                round.goes_out.clear();
            }
        }
        outcome.rounds.push_back(round);
        if (!outcome.first.empty()) return outcome;
        for (auto const place : round.goes_out) in[place] = false;
    }
}

}  // namespace kith::polls
