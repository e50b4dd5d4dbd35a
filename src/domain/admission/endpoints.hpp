// The rows of the route table on the way into a group.
#pragma once

#include "domain/admission/policy.hpp"
#include "domain/call/gates.hpp"
#include "domain/groups/policy.hpp"

namespace kith::admission {

// Inviting (inviting_endpoints.cpp)
Result<Answer> show_invitations(Call&, Reader const&);  // GET /groups/{group}/invitations
Result<Answer> invite(Call&, Reader const&);            // POST /groups/{group}/invitations
Result<Answer> take_back(Call&, Reader const&);         // POST /groups/{group}/invitations/{invitation}/end

// Somebody with an invitation (landing_endpoints.cpp)
Result<Answer> show_landing(Call&, Anyone const&);     // GET /invitation
Result<Answer> open_invitation(Call&, Anyone const&);  // POST /invitation
Result<Answer> show_sign_up(Call&, Anyone const&);     // GET /invitation/sign-up
Result<Answer> sign_up(Call&, Anyone const&);          // POST /invitation/sign-up
Result<Answer> show_known(Call&, Anyone const&);       // GET /invitation/sign-in
Result<Answer> sign_in(Call&, Anyone const&);          // POST /invitation/sign-in
Result<Answer> show_joining(Call&, SignedIn const&);   // GET /invitation/join
Result<Answer> join(Call&, SignedIn const&);           // POST /invitation/join

// The newcomer (newcomer_endpoints.cpp)
Result<Answer> show_way_in(Call&, Comer const&);  // GET /admissions/{admission}
Result<Answer> submit(Call&, Comer const&);       // POST /admissions/{admission}
Result<Answer> end_request(Call&, Comer const&);  // POST /admissions/{admission}/withdraw

// The members they come to (meeting_endpoints.cpp)
Result<Answer> list_newcomers(Call&, Reader const&);  // GET /groups/{group}/newcomers
Result<Answer> show_newcomer(Call&, Meeter const&);   // GET /newcomers/{admission}
Result<Answer> vouch(Call&, Meeter const&);           // POST /newcomers/{admission}/vouches
Result<Answer> let_in(Call&, Decider const&);         // POST /newcomers/{admission}/admit
Result<Answer> refuse(Call&, Decider const&);         // POST /newcomers/{admission}/refuse

}  // namespace kith::admission
