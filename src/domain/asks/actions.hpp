// Asking, offering, passing, closing. Each takes the grant that allows it.
#pragma once

#include <vector>

#include "base/result.hpp"
#include "domain/asks/ask.hpp"
#include "domain/call/call.hpp"
#include "domain/screening/screening.hpp"

namespace kith::asks {

struct AskDraft {
    Wants wants = Wants::listen;
    By by = By::whenever;
    Reach reach = Reach::everyone;
    std::string field;
    WrittenAs written_as = WrittenAs::own_name;
};

// Invalid when it would reach nobody; conflict with too many open asks.
Result<Ask> ask(Call&, Speaker const&, screening::Screened const&, AskDraft const&);

// One tap; or with words. A second offer says it in other words.
Result<void> offer(Call&, AskOfferer const&);
Result<void> offer(Call&, AskOfferer const&, screening::Screened const& words);
// Conflict when there was none.
Result<void> take_back_offer(Call&, AskAnswerer const&);
// Tells nobody, ever. Also takes back an offer.
void pass(Call&, AskAnswerer const&);

// Ends it, where it has not ended, and keeps how it helped. `helpers` are told that they did.
void close(Call&, AskEnder const&, Helped, std::vector<PersonId> const& helpers);

// The ask is gone, with its words and all that was said to it. Nobody is told.
void take_back(Call&, AskEnder const&);

}  // namespace kith::asks
