#include "domain/groups/views.hpp"

#include <algorithm>

namespace kith::groups {

html::View::List counted_capacities(std::vector<MemberLine> const& members) {
    html::View::List list;
    for (auto const capacity : capacities) {
        auto const count = std::ranges::count(members, capacity, &MemberLine::capacity);
        if (count == 0) continue;
        html::View line;
        line.text("counted", counted(capacity, count));
        list.push_back(std::move(line));
    }
    return list;
}

}  // namespace kith::groups
