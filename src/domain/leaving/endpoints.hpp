// The rows of the route table for leaving a group.
#pragma once

#include "domain/groups/policy.hpp"

namespace kith::leaving {

Result<Answer> show_leaving(Call&, Reader const&);  // GET /groups/{group}/leave
Result<Answer> leave(Call&, Reader const&);         // POST /groups/{group}/leave

}  // namespace kith::leaving
