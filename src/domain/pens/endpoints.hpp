// The rows of the route table that lead to pens.
#pragma once

#include "domain/call/gates.hpp"
#include "domain/groups/policy.hpp"
#include "domain/pens/opening.hpp"

namespace kith::pens {

Result<Answer> show_settings(Call&, Facilitator const&);    // GET /groups/{group}/pen-names
Result<Answer> change_settings(Call&, Facilitator const&);  // POST /groups/{group}/pen-names
Result<Answer> show_pen_name(Call&, Reader const&);         // GET /groups/{group}/pen-name
Result<Answer> keep_pen_name(Call&, Speaker const&);        // POST /groups/{group}/pen-name
Result<Answer> show_opening(Call&, PenOpener const&);       // GET /posts/{post}/opening
Result<Answer> ask_opening(Call&, PenOpener const&);        // POST /posts/{post}/opening
Result<Answer> agree_opening(Call&, PenOpener const&);      // POST /posts/{post}/opening/agree

}  // namespace kith::pens
