// The key pair that browsers know this place by, kept with the data: who has it can send to their devices, and a new
// one would lose them all.
#pragma once

#include "platform/push/keys.hpp"
#include "platform/sql/database.hpp"

namespace kith::reach {

// Made at the first call.
push::KeyPair own_keys(sql::Database&, Time now);

}  // namespace kith::reach
