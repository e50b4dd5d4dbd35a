#include "platform/copies/compare.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "platform/copies/pieces.hpp"

namespace kith::copies {

namespace {

// Enough of a digest that two rows do not meet by chance: what is kept of the first while the second is read.
using Short = std::array<std::uint8_t, 16>;

Short short_of(std::string const& bytes) {
    auto const digest = crypto::digest(bytes);
    Short part;
    std::copy_n(digest.begin(), part.size(), part.begin());
    return part;
}

void tell(Comparison& comparison, std::string words, std::uint64_t count = 1) {
    comparison.differences += count;
    if (comparison.words.size() < differences_told_max) comparison.words.push_back(std::move(words));
}

void compare_table(Comparison& comparison, sql::Table const& table, Rows& first, Rows& second,
                   Watching const& watching) {
    std::vector<Short> of_first;
    first.each(table, [&](Cells& cells) {
        auto const bytes = as_bytes(table, cells);
        comparison.bytes += bytes.size();
        of_first.push_back(short_of(bytes));
        watching.add_some();
    });
    std::uint64_t place = 0;
    second.each(table, [&](Cells& cells) {
        if (place < of_first.size() && of_first[place] != short_of(as_bytes(table, cells)))
            tell(comparison, fmt::format("{}: row {} is another", table.name, place + 1));
        ++place;
        watching.add_some();
    });
    comparison.rows += of_first.size();
    if (place != of_first.size())
        tell(comparison, fmt::format("{}: {} rows in the first, {} in the second", table.name, of_first.size(), place),
             place > of_first.size() ? place - of_first.size() : of_first.size() - place);
}

}  // namespace

Comparison compare(Rows& first, Rows& second, Watching const& watching) {
    Comparison comparison;
    watching.begin_with("Comparing rows");
    for (auto const& table : first.tables()) {
        ++comparison.tables;
        if (std::ranges::find(second.tables(), table) == second.tables().end())
            tell(comparison, fmt::format("{}: the second has no such table", table.name));
        else
            compare_table(comparison, table, first, second, watching);
    }
    for (auto const& table : second.tables())
        if (std::ranges::find(first.tables(), table) == first.tables().end())
            tell(comparison, fmt::format("{}: the first has no such table", table.name));
    return comparison;
}

}  // namespace kith::copies
