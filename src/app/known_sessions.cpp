#include "app/known_sessions.hpp"

#include <utility>

namespace kith::app {

void KnownSessions::note(std::string_view secret) {
    auto const digest = crypto::digest(secret);
    std::lock_guard const lock{mutex_};
    lately_.insert(digest);
    if (lately_.size() < known_sessions_max / 2) return;
    before_ = std::exchange(lately_, {});
}

bool KnownSessions::hold(std::string_view secret) const {
    auto const digest = crypto::digest(secret);
    std::lock_guard const lock{mutex_};
    return lately_.contains(digest) || before_.contains(digest);
}

}  // namespace kith::app
