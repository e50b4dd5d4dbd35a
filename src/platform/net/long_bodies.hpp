// Bodies that are longer than a form: only so many at once, and no sender takes them all.
//
// Each holds memory and a place for minutes, so they are shared out: by address, and by whether their sender is known
// already (Settings::knows_sender). Who is not known yet, were it a hundred addresses together, gets a small part.
// Thread-safe.
#pragma once

#include <cstddef>
#include <map>
#include <mutex>

#include "platform/net/peer.hpp"

namespace kith::net {

class LongBodies {
public:
    enum class Sender { unknown, known };

    struct Most {
        std::size_t in_all = 0, per_address = 0, of_unknown = 0;
    };

    explicit LongBodies(Most most) : most_{most} {}

    bool enter(PeerKey const&, Sender);  // false: too many, and not counted
    void leave(PeerKey const&, Sender);

private:
    Most const most_;
    std::mutex mutex_;
    std::size_t in_all_ = 0, of_unknown_ = 0;
    std::map<PeerKey, std::size_t> of_address_;
};

}  // namespace kith::net
