// Sessions that were found good since the start, in memory: so that the door can tell who sends a long body without
// asking the database, which the network's thread must not do.
//
// It gives no right: a session that has ended since is still in it, and the request is then turned away as any other.
// Only digests are held. Thread-safe.
#pragma once

#include <cstddef>
#include <mutex>
#include <set>
#include <string_view>

#include "platform/crypto/token.hpp"

namespace kith::app {

inline constexpr std::size_t known_sessions_max = 20'000;

class KnownSessions {
public:
    void note(std::string_view secret);
    bool hold(std::string_view secret) const;

private:
    mutable std::mutex mutex_;
    // Those seen lately, and those before them, which go when there are too many of the first.
    std::set<crypto::Digest> lately_, before_;
};

}  // namespace kith::app
