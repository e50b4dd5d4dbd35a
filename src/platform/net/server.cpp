#include "platform/net/server.hpp"

#include <signal.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <stdexcept>
#include <thread>

#include "platform/net/connection.hpp"
#include "platform/net/listener.hpp"

namespace kith::net {

namespace {

constexpr std::chrono::milliseconds exhausted_pause{100};  // until other connections have ended
constexpr std::chrono::milliseconds stop_poll{5};
constexpr std::chrono::milliseconds tick_min{10};
constexpr std::chrono::milliseconds tick_max{250};
constexpr int ticks_per_deadline = 8;

constexpr std::string_view too_many_connections =
    "HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";

std::chrono::milliseconds tick_for(Settings const& settings) {
    auto const shortest = std::min({settings.head_deadline, settings.body_deadline, settings.write_deadline,
                                    settings.idle_deadline, settings.heartbeat, settings.long_body_step});
    return std::clamp(shortest / ticks_per_deadline, tick_min, tick_max);
}

using Timer = asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, Executor>;
using Descriptor = asio::posix::basic_stream_descriptor<Executor>;
using Signals = asio::basic_signal_set<Executor>;

Task<void> pause(Executor executor, std::chrono::milliseconds length) {
    Timer timer(executor, length);
    boost::system::error_code ignored;
    co_await timer.async_wait(asio::redirect_error(awaited, ignored));
}

}  // namespace

struct Server::Inside {
    Inside(Settings settings, Handler handler);
    ~Inside() { ::close(stop_event); }

    void run();
    Task<void> accept();
    void welcome(Listener::Accepted);
    Task<void> wait_for_stop();
    void watch_signals();
    Task<void> wind_down();
    void for_each_loop(auto what) {
        for (auto& loop : loops) asio::post(loop->context(), [&loop, what] { what(*loop); });
    }

    Shared shared;
    Listener listener;
    int stop_event;                            // eventfd: the one thing a signal handler may safely write to
    std::vector<std::unique_ptr<Loop>> loops;  // the first runs in `run`'s own thread and accepts
    std::size_t next_loop = 0;
    std::optional<Descriptor> door;
    std::optional<Descriptor> stop_door;
    std::optional<Signals> signals;
    bool grace_over = false;
};

Server::Inside::Inside(Settings settings, Handler handler)
    : shared(std::move(settings), std::move(handler)),
      listener(shared.settings.address, shared.settings.port),
      stop_event(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    if (stop_event < 0) throw std::runtime_error("No file descriptor is left to run a server with");
    auto const& certificate = shared.settings.tls_certificate_file;
    auto const& key = shared.settings.tls_key_file;
    if (certificate.empty() != key.empty()) {
        throw std::runtime_error("TLS needs both a certificate and its key; one of them is missing");
    }
    if (!certificate.empty()) shared.tls = load_tls(certificate, key);
    auto const threads = std::max<std::size_t>(1, shared.settings.network_threads);
    for (std::size_t at = 0; at < threads; ++at) loops.push_back(std::make_unique<Loop>(tick_for(shared.settings)));
    ::signal(SIGPIPE, SIG_IGN);  // OpenSSL writes without MSG_NOSIGNAL
    watch_signals();             // from here on: who is told of the port may ask us to stop before we run
}

void Server::Inside::run() {
    auto const executor = loops.front()->executor();
    door.emplace(executor, ::dup(listener.descriptor()));
    stop_door.emplace(executor, ::dup(stop_event));
    asio::co_spawn(executor, accept(), asio::detached);
    asio::co_spawn(executor, wait_for_stop(), asio::detached);

    std::vector<std::thread> threads;
    for (std::size_t at = 1; at < loops.size(); ++at) threads.emplace_back([this, at] { loops[at]->run(); });
    loops.front()->run();
    for (auto& loop : loops) loop->finish();
    for (auto& thread : threads) thread.join();
    shared.readers.finish();
    shared.writers.finish();
    signals.reset();
}

Task<void> Server::Inside::accept() {
    while (!shared.stopping) {
        auto accepted = listener.accept();
        switch (accepted.outcome) {
            case Listener::Accepted::Outcome::connection: welcome(std::move(accepted)); break;
            case Listener::Accepted::Outcome::exhausted:
                co_await pause(loops.front()->executor(), exhausted_pause);
                break;
            case Listener::Accepted::Outcome::none_waiting: {
                boost::system::error_code error;
                co_await door->async_wait(Descriptor::wait_read, asio::redirect_error(awaited, error));
                break;
            }
        }
    }
}

void Server::Inside::welcome(Listener::Accepted accepted) {
    if (!shared.census.enter(accepted.peer.key)) {
        if (!shared.tls) {
            // As good as it can be done without keeping anything of it.
            [[maybe_unused]] auto const sent = ::send(accepted.descriptor, too_many_connections.data(),
                                                      too_many_connections.size(), MSG_DONTWAIT | MSG_NOSIGNAL);
        }
        ::close(accepted.descriptor);
        return;
    }
    auto& loop = *loops[next_loop++ % loops.size()];
    Socket socket(loop.executor());
    boost::system::error_code error;
    socket.assign(accepted.ipv6 ? asio::ip::tcp::v6() : asio::ip::tcp::v4(), accepted.descriptor, error);
    if (error) {
        ::close(accepted.descriptor);
        shared.census.leave(accepted.peer.key);
        return;
    }
    Connection::begin(shared, loop, std::move(socket), std::move(accepted.peer));
}

void Server::Inside::watch_signals() {
    signals.emplace(loops.front()->executor(), SIGINT, SIGTERM);
    signals->async_wait([this](boost::system::error_code error, int) {
        if (error) return;
        std::uint64_t const one = 1;
        [[maybe_unused]] auto const written = ::write(stop_event, &one, sizeof one);
        signals->async_wait([this](boost::system::error_code again, int) { grace_over |= !again; });
    });
}

Task<void> Server::Inside::wait_for_stop() {
    boost::system::error_code error;
    co_await stop_door->async_wait(Descriptor::wait_read, asio::redirect_error(awaited, error));
    co_await wind_down();
    loops.front()->finish();
}

Task<void> Server::Inside::wind_down() {
    shared.stopping = true;
    door->close();
    ::shutdown(listener.descriptor(), SHUT_RD);  // whoever knocks now is refused, not kept waiting
    for_each_loop([](Loop& loop) { loop.stop_connections(Loop::Haste::graceful); });
    auto const end_of_grace = Clock::now() + shared.settings.stop_grace;
    bool hurried = false;
    while (shared.census.connections() > 0) {
        co_await pause(loops.front()->executor(), stop_poll);
        if (!hurried && (grace_over || Clock::now() > end_of_grace)) {
            hurried = true;
            for_each_loop([](Loop& loop) { loop.stop_connections(Loop::Haste::now); });
        }
    }
}

Server::Server(Settings settings, Handler handler)
    : inside_(std::make_unique<Inside>(std::move(settings), std::move(handler))) {}
Server::~Server() = default;

Load Server::load() const {
    auto const& shared = inside_->shared;
    return {shared.census.connections(), shared.streams, shared.readers.waiting(), shared.writers.waiting()};
}

std::uint16_t Server::port() const { return inside_->listener.port(); }
void Server::run() { inside_->run(); }
void Server::stop() {
    std::uint64_t const one = 1;
    [[maybe_unused]] auto const written = ::write(inside_->stop_event, &one, sizeof one);
}

}  // namespace kith::net
