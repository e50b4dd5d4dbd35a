#include "platform/net/long_bodies.hpp"

namespace kith::net {

bool LongBodies::enter(PeerKey const& key, Sender sender) {
    std::lock_guard const lock(mutex_);
    auto const found = of_address_.find(key);
    auto const held = found == of_address_.end() ? 0 : found->second;
    bool const unknown = sender == Sender::unknown;
    if (in_all_ >= most_.in_all || held >= most_.per_address) return false;
    if (unknown && of_unknown_ >= most_.of_unknown) return false;
    ++of_address_[key];
    ++in_all_;
    of_unknown_ += unknown ? 1 : 0;
    return true;
}

void LongBodies::leave(PeerKey const& key, Sender sender) {
    std::lock_guard const lock(mutex_);
    --in_all_;
    of_unknown_ -= sender == Sender::unknown ? 1 : 0;
    auto const found = of_address_.find(key);
    if (--found->second == 0) of_address_.erase(found);
}

}  // namespace kith::net
