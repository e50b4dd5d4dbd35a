// The rows of the route table that lead to one's own notices.
#pragma once

#include "domain/call/gates.hpp"
#include "domain/notices/policy.hpp"

namespace kith::notices {

Result<Answer> list(Call&, SignedIn const&);                  // GET /notices
Result<Answer> mark_everything_read(Call&, SignedIn const&);  // POST /notices/read
Result<Answer> follow(Call&, NoticeReader const&);            // GET /notices/{notice}: on to what it is about
Result<Answer> mark_one_read(Call&, NoticeReader const&);     // POST /notices/{notice}

}  // namespace kith::notices
