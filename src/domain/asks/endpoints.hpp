// The rows of the route table about asks, the rota and the promise.
#pragma once

#include "domain/asks/live.hpp"
#include "domain/asks/policy.hpp"
#include "domain/asks/rota.hpp"
#include "domain/call/gates.hpp"
#include "domain/groups/policy.hpp"

namespace kith::asks {

// lists.cpp
Result<Answer> list(Call&, SignedIn const&);         // GET /asks
Result<Answer> list_in_group(Call&, Reader const&);  // GET /groups/{group}/asks
Result<Answer> show_pace(Call&, Reader const&);      // GET /groups/{group}/asks/pace

// asking.cpp
Result<Answer> show_asking(Call&, Reader const&);  // GET /groups/{group}/asks/new
Result<Answer> send(Call&, Speaker const&);        // POST /groups/{group}/asks
// What of it is done before the writing transaction: the check of the words.
Slow look_ahead(Call&, Speaker const&);

// answering.cpp
Result<Answer> show(Call&, AskReader const&);         // GET /asks/{ask}
Result<Answer> offer_help(Call&, AskOfferer const&);  // POST /asks/{ask}/offer
Slow look_ahead(Call&, AskOfferer const&);
Result<Answer> end_offer(Call&, AskAnswerer const&);  // POST /asks/{ask}/offer/end
Result<Answer> pass_by(Call&, AskAnswerer const&);    // POST /asks/{ask}/pass
Result<Answer> close_ask(Call&, AskEnder const&);     // POST /asks/{ask}/close
Result<Answer> withdraw(Call&, AskEnder const&);      // POST /asks/{ask}/withdraw

// promise_endpoints.cpp
Result<Answer> show_promise(Call&, Facilitator const&);    // GET /groups/{group}/asks/promise
Result<Answer> change_promise(Call&, Facilitator const&);  // POST /groups/{group}/asks/promise

}  // namespace kith::asks

namespace kith::rota {

Result<Answer> show(Call&, Reader const&);            // GET /groups/{group}/rota
Result<Answer> take_turns(Call&, Speaker const&);     // POST /groups/{group}/rota
Result<Answer> give_up(Call&, TurnHolder const&);     // POST /groups/{group}/rota/{turn}/end
Result<Answer> offer_swap(Call&, TurnHolder const&);  // POST /groups/{group}/rota/{turn}/swap
Result<Answer> take_swap(Call&, TurnTaker const&);    // POST /groups/{group}/rota/{turn}/take

}  // namespace kith::rota
