// The rows of the route table that lead to a group's check.
#pragma once

#include "domain/call/gates.hpp"
#include "domain/groups/policy.hpp"

namespace kith::screening {

Result<Answer> show_settings(Call&, Facilitator const&);    // GET /groups/{group}/check
Result<Answer> change_settings(Call&, Facilitator const&);  // POST /groups/{group}/check

}  // namespace kith::screening
