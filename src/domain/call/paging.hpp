// Paging by key: "older than 42", walked along an index whose numbers are a circle's own count. The cost
// of a page does not grow with how far back it lies.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "platform/html/view.hpp"
#include "platform/http/form.hpp"

namespace kith {

// Where a page begins: nothing for the newest; else the number it lies before or after.
struct Position {
    enum class Side { newest, older_than, newer_than } side = Side::newest;
    std::int64_t sequence = 0;
};

template <class Thing>
struct Paged {
    std::vector<Thing> things;
    std::optional<std::int64_t> older, newer;  // number to go on from; nothing: that is the end
};

enum class Shows { newest_first, oldest_first };

// ?older=42 or ?newer=42; anything else is the first page.
Position position_from(http::Form const& query);

// Sets older, newer and paged. `path` ends where a field of the query may follow: "/posts/1?".
void add_paging(html::View&, std::optional<std::int64_t> older, std::optional<std::int64_t> newer,
                std::string const& path);

// Reads one row more than the page, cuts it off and says where to go on. `key` is what things are ordered
// by; `look(forward, edge, most)` reads those on one side of an edge, the nearest first.
template <class Key, class Look>
auto make_page(Position from, std::size_t most, Shows shows, Key key, Look look) {
    using Side = Position::Side;
    bool const newest_first = shows == Shows::newest_first;
    bool const forward = from.side == Side::newer_than;
    auto rows = look(forward, from.side == Side::newest ? INT64_MAX : from.sequence, most + 1);
    bool const more = rows.size() > most;
    if (more) rows.pop_back();
    if (forward == newest_first) std::reverse(rows.begin(), rows.end());
    Paged<typename decltype(rows)::value_type> page{std::move(rows), {}, {}};
    bool const empty = page.things.empty();
    // On the side that the reader came from there may be something too: one row tells.
    auto const behind = [&](bool ahead, std::int64_t edge) { return !look(ahead, edge, 1).empty(); };
    auto const oldest = empty ? from.sequence + 1 : key(newest_first ? page.things.back() : page.things.front());
    auto const newest = empty ? from.sequence - 1 : key(newest_first ? page.things.front() : page.things.back());
    if (forward ? behind(false, oldest) : more) page.older = oldest;
    if (forward ? more : from.side == Side::older_than && behind(true, newest)) page.newer = newest;
    return page;
}

}  // namespace kith
