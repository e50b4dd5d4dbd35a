// Who may do what with an ask: always through membership of its group, and only those whom it concerns. To every
// other member it does not exist, like to a stranger.
#pragma once

#include "domain/asks/ask.hpp"
#include "domain/call/row.hpp"

namespace kith::asks {

struct Policy {
    static Result<AskReader> see(Call&, AskId);
    static Result<AskAnswerer> answer(Call&, AskId);
    static Result<AskOfferer> offer(Call&, AskId);
    static Result<AskEnder> end(Call&, AskId);
};

// For the row whose path holds {group}: to speak there, and what cannot be said now is kept as a draft.
extern Gate<Speaker> const may_ask;

// For rows whose path holds {ask}.
extern Gate<AskReader> const may_see;
extern Gate<AskAnswerer> const may_answer;
extern Gate<AskOfferer> const may_offer;
extern Gate<AskEnder> const may_end;

}  // namespace kith::asks
