// A pass on an ask cannot be told from silence.
//
// Two groups that are alike: in one everybody passes on an ask, in the other nobody says anything. What the asker, the
// facilitator and a member who did not pass see of it stays the same, byte for byte, until long after it has ended.
#pragma once

#include <functional>
#include <string>

#include "flows/world.hpp"

namespace kith::test {

void compare_passes(World&, std::function<void(bool, std::string const&)> const& check);

}  // namespace kith::test
