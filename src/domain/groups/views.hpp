// What several pages of a group show.
#pragma once

#include <vector>

#include "domain/groups/store.hpp"
#include "platform/html/view.hpp"

namespace kith::groups {

// "9 practitioners", "2 managers": who one's peers are, counted, without a name.
html::View::List counted_capacities(std::vector<MemberLine> const& members);

}  // namespace kith::groups
