// Time as Kith keeps it: milliseconds since 1970 in UTC, and the one clock
// that everything asks, so that a test can hold it.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <functional>
#include <string>

namespace kith {

struct Time {
    std::int64_t milliseconds = 0;  // since 1970-01-01T00:00:00Z

    friend bool operator==(Time, Time) = default;
    friend auto operator<=>(Time, Time) = default;
    friend Time operator+(Time time, std::chrono::milliseconds span) { return {time.milliseconds + span.count()}; }
    friend Time operator-(Time time, std::chrono::milliseconds span) { return {time.milliseconds - span.count()}; }
    friend std::chrono::milliseconds operator-(Time a, Time b) {
        return std::chrono::milliseconds{a.milliseconds - b.milliseconds};
    }
};

using Clock = std::function<Time()>;

Time system_now();

// "2026-11-21T14:30:00Z", for <time datetime> and JSON.
std::string iso(Time);
// "21 November 2026, 14:30" in UTC, for a page without scripts.
std::string in_words(Time);
// "2026-11-21"
std::string iso_day(Time);

}  // namespace kith
