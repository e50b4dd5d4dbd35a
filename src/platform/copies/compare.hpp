// Are two places equal, row by row? Every column of every row of every table, pictures included.
#pragma once

#include "platform/copies/rows.hpp"

namespace kith::copies {

inline constexpr std::size_t differences_told_max = 20;

struct Comparison {
    std::uint64_t tables = 0, rows = 0, bytes = 0;  // of the first
    std::uint64_t differences = 0;
    std::vector<std::string> words;  // about the first few: which table, which row by its place; never what is in it
};

Comparison compare(Rows& first, Rows& second, Watching const& = {});

}  // namespace kith::copies
