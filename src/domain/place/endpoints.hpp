// The first visit: becoming the host, naming the place, the first group.
#pragma once

#include "domain/call/gates.hpp"

namespace kith::place {

Result<Answer> home(Call&, Anyone const&);           // GET /
Result<Answer> show_opening(Call&, Anyone const&);   // GET /host/{secret}
Result<Answer> open(Call&, Anyone const&);           // POST /host/{secret}
Result<Answer> help(Call&, Anyone const&);           // GET /help
Result<Answer> leave_quickly(Call&, Anyone const&);  // GET /exit
Result<Answer> health(Call&, Anyone const&);         // GET /health

}  // namespace kith::place
