// The rows of the route table by which facilitators deal with a breach.
#pragma once

#include "domain/breaches/breach.hpp"
#include "domain/groups/policy.hpp"

namespace kith::breaches {

Result<Answer> show_quarantine(Call&, BreachBeginner const&);  // GET /posts/{post}/quarantine
Result<Answer> quarantine(Call&, BreachBeginner const&);       // POST /posts/{post}/quarantine
Result<Answer> list(Call&, Facilitator const&);                // GET /groups/{group}/breaches
Result<Answer> show(Call&, BreachHandler const&);              // GET /breaches/{breach}
Result<Answer> record(Call&, BreachHandler const&);            // POST /breaches/{breach}
Result<Answer> do_step(Call&, BreachHandler const&);           // POST /breaches/{breach}/steps
Result<Answer> close(Call&, BreachHandler const&);             // POST /breaches/{breach}/end

}  // namespace kith::breaches
