// A host who asks to read a group learns nothing by asking: a number that a group has, and one that none has, are
// answered and listed alike.
#pragma once

#include "flows/world.hpp"
#include "stranger/secret.hpp"

namespace kith::test {

void compare_glass(World&, Check const&);

}  // namespace kith::test
