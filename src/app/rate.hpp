// How often: token buckets by key (an address, a person, an act), in memory.
//
// Each bucket holds `burst` and fills by `per_minute`. A full bucket is forgotten,
// so the table holds only those who were busy just now; when it is full all the
// same, the oldest shard is cleared rather than anyone refused.
#pragma once

#include <chrono>
#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/time.hpp"

namespace kith::app {

struct Rate {
    double burst;
    double per_minute;
};

inline constexpr Rate requests_per_address{600, 1'200};
inline constexpr Rate changes_per_person{60, 120};
inline constexpr Rate attempts_per_address{30, 15};
inline constexpr Rate attempts_per_account{10, 10.0 / 60};  // security.md 3.4: at most 10 an hour
inline constexpr std::size_t rate_keys_max = 100'000;

class Rates {
public:
    // Takes one; when there is none, how long until there is.
    std::optional<std::chrono::seconds> take(std::string_view key, Rate, Time now);

private:
    struct Bucket {
        double left;
        Time at;
    };
    std::mutex mutex_;
    std::unordered_map<std::string, Bucket> buckets_;
};

}  // namespace kith::app
