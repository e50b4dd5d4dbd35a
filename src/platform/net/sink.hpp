// What waits to be written to one live stream.
//
// Any thread sends; the connection's own thread takes. At most `backlog_*_max` may
// wait: a page that is further behind is closed, and comes back with its last id.
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "platform/http/response.hpp"

namespace kith::net {

class Connection;
class Sink;

// Whoever runs the sink's connection, told from any thread that there is something to take.
class Waker {
public:
    virtual void ready(std::shared_ptr<Sink>) = 0;

protected:
    ~Waker() = default;
};

class Sink final : public http::EventSink, public std::enable_shared_from_this<Sink> {
public:
    static constexpr std::size_t backlog_chunks_max = 256;
    static constexpr std::size_t backlog_bytes_max = 1024 * 1024;

    using Chunk = std::shared_ptr<std::string const>;
    enum class Still { open, closed };

    Sink(Waker& waker, Connection& connection) : waker_(waker), connection_(&connection) {}

    bool send(Chunk) override;
    void close() override;

    // The rest is for the connection's thread.

    // Moves what waits into `into`, which must be empty. Closed: nothing will follow.
    Still take(std::vector<Chunk>& into);
    // Nothing is taken any more; the waker is not told again.
    void end();
    Connection* connection() const { return connection_; }  // null after end

private:
    void close_locked();

    Waker& waker_;
    Connection* connection_;
    std::mutex mutex_;
    std::vector<Chunk> waiting_;
    std::size_t waiting_bytes_ = 0;
    Still still_ = Still::open;
    bool told_ = false;
};

}  // namespace kith::net
