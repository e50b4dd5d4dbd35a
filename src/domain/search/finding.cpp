#include "domain/search/finding.hpp"

#include <algorithm>
#include <array>

#include "base/words.hpp"
#include "domain/search/rank.hpp"

namespace kith::search {

namespace {

constexpr std::array sources{&posts_and_answers, &messages_said};

struct Offered {
    Candidate candidate;
    Source const* source;
};

struct Merged {
    std::vector<Offered> list;  // newest first
    std::optional<std::int64_t> stopped_at;
};

// What lies below where one source has stopped waits, so that nothing newer of that source comes after it.
Merged merged(sql::Transaction& transaction, Looking const& looking, std::int64_t before, std::size_t most) {
    Merged all;
    for (auto const* source : sources) {
        auto const some = source->candidates(transaction, looking, before, most);
        for (auto const& candidate : some.list) all.list.push_back({candidate, source});
        if (some.stopped_at) all.stopped_at = std::max(all.stopped_at.value_or(0), *some.stopped_at);
    }
    std::ranges::sort(all.list, std::greater{}, [](Offered const& each) { return each.candidate.number; });
    if (all.stopped_at)
        std::erase_if(all.list, [&](Offered const& each) { return each.candidate.number < *all.stopped_at; });
    return all;
}

Results newest(sql::Transaction& transaction, Looking const& looking, SearchPlace const& place) {
    Results results;
    auto const all = merged(transaction, looking, place.number, results_on_a_page + 1);
    auto last = place.number;
    for (auto const& [candidate, source] : all.list) {
        if (results.list.size() == results_on_a_page) {
            results.next = SearchPlace{.number = last};
            return results;
        }
        last = candidate.number;
        if (auto found = source->show(transaction, looking, candidate)) results.list.push_back(*std::move(found));
    }
    // What was not shown leaves room on the page; there may be more behind it.
    if (all.list.size() > results_on_a_page) results.next = SearchPlace{.number = last};
    if (all.stopped_at) results.next = SearchPlace{.number = *all.stopped_at};
    return results;
}

// Of the newest few hundred that fit, by how well they do; equal ones newest first.
Results best(sql::Transaction& transaction, Looking const& looking, SearchPlace const& place) {
    struct Ranked {
        std::int64_t score;
        Found found;
    };
    std::vector<Ranked> all;
    for (auto const& [candidate, source] : merged(transaction, looking, INT64_MAX, ranked_max).list)
        if (auto found = source->show(transaction, looking, candidate))
            all.push_back({score_of(found->text, looking.terms), *std::move(found)});
    auto const key = [](Ranked const& each) { return std::pair{each.score, each.found.number}; };
    std::ranges::sort(all, std::greater{}, key);
    Results results;
    for (auto& each : all) {
        if (key(each) >= std::pair{place.score, place.number}) continue;
        if (results.list.size() == results_on_a_page) break;
        results.next = SearchPlace{each.score, each.found.number};
        results.list.push_back(std::move(each.found));
    }
    bool const more = results.next && key(all.back()) < std::pair{results.next->score, results.next->number};
    if (!more) results.next.reset();
    return results;
}

bool begins_a_word(std::string_view name, std::string_view wanted) {
    words::Reader reader{name};
    words::Word word;
    while (reader.next(word))
        if (word.plain.starts_with(wanted)) return true;
    return false;
}

}  // namespace

Candidates gather(sql::Transaction& transaction, Looking const& looking, sql::Statement const& statement,
                  std::span<IdBytes const> circles, std::int64_t before, std::size_t most, Finds finds,
                  bool (*fits)(sql::Row const&, Looking const&)) {
    auto const expression =
        transaction.text_expression({looking.terms, std::vector<IdBytes>{circles.begin(), circles.end()}});
    auto const looked_at = finds == Finds::what_fits ? most : looked_at_max;
    Candidates found;
    std::size_t seen = 0;
    std::int64_t last = before;
    bool ended = false;
    transaction.all(
        statement,
        [&](sql::Row const& row) {
            ++seen;
            if (ended || found.list.size() == most) return 0;
            ended = looking.since && row.time(2) < *looking.since;  // and so is all that is older
            if (ended) return 0;
            last = row.integer(0);
            if (fits(row, looking)) found.list.push_back({last, row.id<void>(1).bytes});
            return 0;
        },
        expression, before, looked_at);
    if (finds == Finds::more_than_fits && seen == looked_at && !ended && found.list.size() < most)
        found.stopped_at = last;
    return found;
}

Results find(sql::Transaction& transaction, Looking const& looking, SearchPlace const& place) {
    if (looking.groups.empty() && looking.conversations.empty()) return {};
    bool const ranked = looking.question.order == SearchOrder::best && !looking.terms.empty();
    return ranked ? best(transaction, looking, place) : newest(transaction, looking, place);
}

bool is_meant(std::string_view name, std::string_view typed) {
    words::Reader reader{typed};
    words::Word word;
    while (reader.next(word))
        if (!begins_a_word(name, word.plain)) return false;
    return true;
}

}  // namespace kith::search
