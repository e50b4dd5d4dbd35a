#include "app/rate.hpp"

#include <algorithm>
#include <cmath>

namespace kith::app {

std::optional<std::chrono::seconds> Rates::take(std::string_view key, Rate rate, Time now) {
    std::lock_guard lock{mutex_};
    if (buckets_.size() >= rate_keys_max) buckets_.clear();
    auto const [found, fresh] = buckets_.try_emplace(std::string{key}, Bucket{rate.burst, now});
    auto& bucket = found->second;
    // A clock that jumps back fills nothing and takes nothing away.
    double const minutes = std::max<double>(0, static_cast<double>((now - bucket.at).count()) / 60'000.0);
    bucket.left = std::min(rate.burst, bucket.left + minutes * rate.per_minute);
    bucket.at = now;
    if (bucket.left >= 1) {
        bucket.left -= 1;
        return std::nullopt;
    }
    return std::chrono::seconds{static_cast<std::int64_t>(std::ceil((1 - bucket.left) / rate.per_minute * 60))};
}

}  // namespace kith::app
