// Whether hosts can read a group now, for the page that every member sees. How they come to is said in domain/glass.
#pragma once

#include <optional>
#include <string>

#include "domain/groups/group.hpp"
#include "platform/html/view.hpp"
#include "platform/sql/database.hpp"

namespace kith::groups {

// Adds "glass" to the view: who can read the group and until when; nothing where nobody outside can.
void add_glass(html::View&, sql::Transaction&, GroupId, Time now);

}  // namespace kith::groups
