// Choosing a pen-name.
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "domain/call/call.hpp"
#include "domain/groups/group.hpp"

namespace kith::pens {

// The name from now on; an empty one lays the pen-name down. Invalid where the name is no good here: too short, too
// long, like a member's, like another pen-name of this group that is or was.
Result<void> take_pen_name(Call&, Speaker const&, std::string_view name);

}  // namespace kith::pens
