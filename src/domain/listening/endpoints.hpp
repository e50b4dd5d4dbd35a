// What an open page listens to: groups, conversations, what reaches its reader. One stream for all of it,
// or, where a stream does not get through, the same by asking now and then.
#pragma once

#include "domain/call/gates.hpp"

namespace kith::listening {

Result<Answer> listen(Call&, SignedIn const&);  // GET /live

}  // namespace kith::listening
