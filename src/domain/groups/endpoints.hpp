// The rows of the route table that lead to a group itself.
#pragma once

#include "domain/call/gates.hpp"
#include "domain/groups/policy.hpp"

namespace kith::groups {

Result<Answer> list(Call&, SignedIn const&);                // GET /groups
Result<Answer> show_founding_page(Call&, SignedIn const&);  // GET /groups/new
Result<Answer> create(Call&, SignedIn const&);              // POST /groups

// Who is in it (member_endpoints.cpp)
Result<Answer> show_members(Call&, Reader const&);            // GET /groups/{group}/members
Result<Answer> name_facilitator(Call&, Facilitator const&);   // POST /groups/{group}/facilitators
Result<Answer> stop_facilitating(Call&, Facilitator const&);  // POST /groups/{group}/facilitators/step-down

// What it has agreed on (agreement_endpoints.cpp)
Result<Answer> show_agreement(Call&, Reader const&);       // GET /groups/{group}/agreement
Result<Answer> show_version(Call&, Reader const&);         // GET /groups/{group}/agreement/{version}
Result<Answer> accept(Call&, Reader const&);               // POST /groups/{group}/agreement/acceptances
Result<Answer> show_rewriting(Call&, Facilitator const&);  // GET /groups/{group}/agreement/edit
Result<Answer> rewrite(Call&, Facilitator const&);         // POST /groups/{group}/agreement

// How it is set (care_endpoints.cpp)
Result<Answer> show_care(Call&, Facilitator const&);        // GET /groups/{group}/care
Result<Answer> change_settings(Call&, Facilitator const&);  // POST /groups/{group}/care
Result<Answer> new_topic(Call&, Facilitator const&);        // POST /groups/{group}/topics

}  // namespace kith::groups
