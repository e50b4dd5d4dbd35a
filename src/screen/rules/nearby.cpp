#include "screen/rules/nearby.hpp"

#include <algorithm>

namespace kith::screen::rules {

Nearby::Nearby(Reader const& reader, std::size_t first, std::size_t last) {
    for (std::size_t n = 0; n < before_max && n < first; ++n) {
        auto const i = first - 1 - n;
        char const c = reader.sign_at(i);
        if (c == '?' || c == '!') break;
        before_[n] = reader.topics(i);
        all_ |= before_[n];
    }
    for (std::size_t n = 0; n < after_max && reader.has(last + 1 + n); ++n) {
        auto const i = last + 1 + n;
        if (reader.at(i).gap == Gap::line || reader.ends_sentence(i)) break;
        after_[n] = reader.topics(i);
        all_ |= after_[n];
    }
}

int Nearby::distance(Topics wanted) const {
    if (!about(wanted)) return none;
    int nearest = none;
    for (std::size_t n = before_max; n-- > 0;)
        if (before_[n] & wanted) nearest = static_cast<int>(n) + 1;
    for (std::size_t n = 0; n < after_max; ++n)
        if (after_[n] & wanted) return std::min(nearest, static_cast<int>(n) + 1 + behind);
    return nearest;
}

bool Nearby::rather(Topics wanted, Topics others) const {
    auto const own = distance(wanted);
    return own != none && own <= distance(others & ~wanted);
}

}  // namespace kith::screen::rules
