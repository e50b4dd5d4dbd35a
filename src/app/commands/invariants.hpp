// What must always be so in a database of Kith, beyond what its tables can say.
//
// The statements cross the domains, which is why they stand here and not in a
// store: each counts the rows for which the sentence is not true.
#pragma once

#include <span>
#include <string_view>

#include "platform/sql/database.hpp"

namespace kith::app {

struct Invariant {
    std::string_view words;  // "Every comment lies in the group of its thread"
    sql::Statement const* broken;
};

std::span<Invariant const> invariants();
std::int64_t count_broken(sql::Transaction&, Invariant const&);

}  // namespace kith::app
