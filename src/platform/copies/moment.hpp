// Moments as they are typed and as backups are named.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/time.hpp"

namespace kith::copies {

// "2026-11-22", "2026-11-22T04:10", "2026-11-22 04:10:30" and with ".123", "Z" at the end or not: always UTC.
// A day alone is its end, a minute alone its end: "not later than".
std::optional<Time> parse_moment(std::string_view);
// "2026-11-22T04:10:30.123Z": ordered as text as they are in time.
std::string exact(Time);

}  // namespace kith::copies
