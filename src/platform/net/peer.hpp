// Who is at the other end, and how many connections they hold.
#pragma once

#include <sys/socket.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "platform/http/request.hpp"

namespace kith::net {

// What is counted as one visitor: an IPv4 address, or the 64-bit network of an IPv6 one,
// of which a single household has more than it could use.
using PeerKey = std::array<std::uint8_t, 16>;

struct Peer {
    std::string address;  // without port; IPv4 addresses in dotted form, also on a dual-stack socket
    PeerKey key{};
};

Peer peer_of(sockaddr_storage const&);
// Of an address as text, such as a proxy tells; all zeros for what is none.
PeerKey key_of(std::string const& address);

// What the proxy in front says about the client: the last entry of X-Forwarded-For and of
// X-Forwarded-Proto, which are the proxy's own. Leaves the request as it is where they do not make sense.
void believe_proxy(http::Request&);

// Counts open connections. Thread-safe.
class Census {
public:
    Census(std::size_t connections_max, std::size_t per_peer_max)
        : connections_max_(connections_max), per_peer_max_(per_peer_max) {}

    bool enter(PeerKey const&);  // false: too many, and not counted
    void leave(PeerKey const&);
    std::size_t connections() const;

private:
    std::size_t const connections_max_;
    std::size_t const per_peer_max_;
    mutable std::mutex mutex_;
    std::size_t connections_ = 0;
    std::map<PeerKey, std::size_t> of_peer_;
};

}  // namespace kith::net
