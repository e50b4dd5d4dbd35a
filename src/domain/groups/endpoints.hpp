// The rows of the route table that lead to a group itself.
#pragma once

#include "domain/call/gates.hpp"
#include "domain/groups/policy.hpp"

namespace kith::groups {

Result<Answer> list(Call&, SignedIn const&);          // GET /groups
Result<Answer> show_founding_page(Call&, SignedIn const&);  // GET /groups/new
Result<Answer> create(Call&, SignedIn const&);        // POST /groups

}  // namespace kith::groups
