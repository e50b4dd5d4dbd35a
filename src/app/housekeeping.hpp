// What is swept out every hour: sessions that expired, keys of what was done once, who was around, messages
// past the time that their conversation keeps them.
#pragma once

#include <chrono>

#include "base/time.hpp"
#include "platform/sql/database.hpp"

namespace kith::app {

inline constexpr std::chrono::hours housekeeping_every{1};

void sweep(sql::Database&, Time now);

}  // namespace kith::app
