// Two pens in two groups cannot be told to be one person's.
//
// Two pairs of groups that are alike, with the same members: in one pair one person writes under a pen in both groups,
// in the other pair two people do. What a fellow member and a facilitator, who are in both groups, see of it is the
// same, byte for byte; and nothing that looks like an id stands in both groups but those of the members
// and of the groups themselves.
#pragma once

#include <functional>
#include <string>

#include "flows/world.hpp"

namespace kith::test {

void compare_pens(World&, std::function<void(bool, std::string const&)> const& check);

}  // namespace kith::test
