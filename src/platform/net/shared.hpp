// What all connections of a server share. Made before the first, gone after the last.
#pragma once

#include <atomic>
#include <memory>

#include "platform/net/long_bodies.hpp"
#include "platform/net/peer.hpp"
#include "platform/net/server.hpp"
#include "platform/net/transport.hpp"
#include "platform/net/workers.hpp"

namespace kith::net {

// One more for as long as it lives.
class Counted {
public:
    explicit Counted(std::atomic<std::size_t>& count) : count_(count) { ++count_; }
    ~Counted() { --count_; }
    Counted(Counted const&) = delete;

private:
    std::atomic<std::size_t>& count_;
};

struct Shared {
    Shared(Settings given, Handler answer)
        : settings(std::move(given)),
          handler(std::move(answer)),
          census(settings.connections_max,
                 settings.proxy == Proxy::in_front ? settings.connections_max : settings.connections_per_address_max),
          long_bodies({settings.long_bodies_max, settings.long_bodies_per_address_max,
                       settings.knows_sender ? settings.long_bodies_of_unknown_max : settings.long_bodies_max}),
          readers(settings.read_workers, settings.waiting_requests_max),
          writers(settings.write_workers, settings.waiting_requests_max) {}

    Settings const settings;
    Handler const handler;
    std::shared_ptr<ssl_ctx_st> tls;  // null for plain HTTP
    std::atomic<bool> stopping = false;
    std::atomic<std::size_t> streams = 0;
    Census census;
    LongBodies long_bodies;  // being read, or answered
    Workers readers;
    Workers writers;
};

}  // namespace kith::net
