// Days and times as people write and read them, by the clock of a group's place (base/zone.hpp). A day is its number
// since 1970-01-01, as there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/zone.hpp"

namespace kith::asks {

inline constexpr std::string_view default_zone = "Europe/London";

// Nothing for a name that cannot be chosen.
Zone const* zone_named(std::string_view name);
// "Europe/London", "America/New York"
std::string zone_in_words(std::string_view name);

// "2026-11-24"; nothing for what is no day.
std::optional<std::int64_t> day_from(std::string_view);
std::string day_text(std::int64_t day);      // "2026-11-24"
std::string day_in_words(std::int64_t day);  // "Tuesday 24 November"
// "14:30" as minutes of the day; nothing for what is no time.
std::optional<int> minute_from(std::string_view clock);
std::string clock_from(int minute);

}  // namespace kith::asks
