// The open door: a listening socket, before any connection.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "platform/net/peer.hpp"

namespace kith::net {

class Listener {
public:
    // Throws std::runtime_error in plain words.
    Listener(std::string const& address, std::uint16_t port);
    ~Listener();
    Listener(Listener const&) = delete;
    Listener& operator=(Listener const&) = delete;

    int descriptor() const { return descriptor_; }
    std::uint16_t port() const { return port_; }

    struct Accepted {
        enum class Outcome { connection, none_waiting, exhausted } outcome;  // exhausted: no descriptors or memory
        int descriptor = -1;                                                 // non-blocking; the caller's
        Peer peer;
        bool ipv6 = false;
    };
    Accepted accept();

private:
    int descriptor_ = -1;
    std::uint16_t port_ = 0;
};

}  // namespace kith::net
