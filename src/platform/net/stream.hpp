// What a connection holds while it is a live stream, and only then.
#pragma once

#include <memory>
#include <vector>

#include "platform/net/connection.hpp"

namespace kith::net {

struct Connection::Stream {
    http::EventSource source;
    std::shared_ptr<Sink> sink;
    std::shared_ptr<void> subscription;
    std::vector<Sink::Chunk> batch;  // being written
    std::size_t batch_at = 0;        // the first chunk that is not written out
    std::size_t chunk_at = 0;        // and how much of it is
    std::size_t unasked_bytes = 0;   // what the client sent though nothing was asked
    bool subscribed = false;         // the source has returned
    bool hung_up = false;
    bool heartbeat_due = false;
};

}  // namespace kith::net
