// The door: HTTP/1.1 over TCP or TLS, and nothing else of the network behind it.
//
// Reads a request under the limits of http/request.hpp and the deadlines below,
// past the framing guard (net/framing.hpp), hands it to a worker thread, writes
// what the handler returns. GET and HEAD go to a small pool of workers sized to
// the processors, everything else to a wide one, because a write waits for its
// commit and many waiting together is what makes group commit pay.
//
// `run` blocks until `stop` (any thread, or a signal) and then until what was
// under way has been answered, or the grace has passed. The handler is called
// from many threads at once and must not throw; if it does, the answer is an
// empty 500.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "platform/http/request.hpp"
#include "platform/http/response.hpp"

namespace kith::net {

enum class Proxy { none, in_front };  // in_front: X-Forwarded-For and -Proto of the last hop are believed

struct Settings {
    std::string address = "127.0.0.1";
    std::uint16_t port = 8080;         // 0: any free one; see Server::port
    std::string tls_certificate_file;  // both or neither; PEM
    std::string tls_key_file;
    Proxy proxy = Proxy::none;
    std::size_t network_threads = 1;
    std::size_t read_workers = 3;
    std::size_t write_workers = 64;
    std::size_t connections_max = 20'000;
    std::size_t connections_per_address_max = 2'000;  // not behind a proxy
    std::size_t waiting_requests_max = 1'024;         // beyond it: 503 with Retry-After at once
    std::size_t body_bytes_max = http::body_bytes_max;
    // How long a body a request may have, by its head; empty: `body_bytes_max`. Called on the network's thread. Only a
    // body whose length is told in advance may be longer, and only so many at once; beyond it 503.
    std::function<std::size_t(http::Request const& head)> body_bytes_max_for;
    std::size_t long_bodies_max = 8;
    std::size_t long_bodies_per_address_max = 3;  // behind a proxy: of the client's address, as the proxy tells it
    std::size_t long_bodies_of_unknown_max = 2;   // of all senders together whom `knows_sender` does not know
    // Whether this place has seen the sender's session, by the head alone. Called on the network's thread; empty:
    // nobody is asked.
    std::function<bool(http::Request const& head)> knows_sender;
    std::chrono::milliseconds head_deadline{10'000};
    std::chrono::milliseconds body_deadline{30'000};
    std::chrono::milliseconds long_body_deadline{300'000};
    // So much of a long body comes in every so long, or it is let go: who drips keeps no place.
    std::size_t long_body_step_bytes_min = 128 * 1024;
    std::chrono::milliseconds long_body_step{20'000};
    std::chrono::milliseconds write_deadline{30'000};
    std::chrono::milliseconds idle_deadline{75'000};  // between requests on a kept connection
    std::chrono::milliseconds heartbeat{20'000};      // "event: beat" on a live stream that is silent
    std::chrono::milliseconds stop_grace{10'000};
};

// What a server has to do at this moment.
struct Load {
    std::size_t connections = 0;
    std::size_t streams = 0;        // of those connections: live
    std::size_t reads_waiting = 0;  // for a worker
    std::size_t changes_waiting = 0;
};

using Handler = std::function<http::Response(http::Request const&)>;

class Server {
public:
    // Binds at once, so that the port is known. Throws std::runtime_error in plain words when it cannot.
    Server(Settings, Handler);
    ~Server();
    std::uint16_t port() const;
    Load load() const;  // any thread
    // Once. From construction on, SIGINT and SIGTERM stop it too; a second one ends the grace.
    void run();
    // From any thread, or from a signal handler; before `run` too, which then returns at once.
    void stop();

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace kith::net
