// One network thread: an io_context, the connections that live on it, and their deadlines.
//
// Everything is for the loop's own thread, except `completed` and `ready`, which any
// thread may call. What they bring is gathered and taken in one go, so that a thousand
// streams that hear of one post cost one wake-up.
//
// Deadlines are coarse: a sweep looks at every connection a few times a second, which is
// cheaper than a timer each. Nothing is late by more than a tick.
#pragma once

#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "platform/net/sink.hpp"

namespace kith::net {

namespace asio = boost::asio;
using Executor = asio::io_context::executor_type;
using Socket = asio::basic_stream_socket<asio::ip::tcp, Executor>;
using Clock = std::chrono::steady_clock;
template <class T>
using Task = asio::awaitable<T, Executor>;
inline constexpr asio::use_awaitable_t<Executor> awaited;

// Lets one coroutine wait until it is woken, on the loop's thread. A wake before the wait is kept.
class Wake {
public:
    Task<void> wait();
    // Resumes the coroutine inside the call; so never from within that coroutine.
    void wake();

private:
    using Resume = asio::async_result<asio::use_awaitable_t<Executor>, void()>::handler_type;
    std::optional<Resume> resume_;
    bool woken_ = false;
};

class Loop final : public Waker {
public:
    static constexpr std::size_t scratch_bytes = 64 * 1024;

    explicit Loop(std::chrono::milliseconds tick) : context_(1), timer_(context_), tick_(tick) {}

    asio::io_context& context() { return context_; }
    Executor executor() { return context_.get_executor(); }
    void run();     // until `finish`
    void finish();  // any thread

    void add(Connection&);
    void remove(Connection&);
    enum class Haste { graceful, now };
    void stop_connections(Haste);

    // Where bytes land before their connection takes what is its own. Never kept across a wait.
    std::span<char> scratch() { return scratch_; }

    void completed(Connection&);
    void ready(std::shared_ptr<Sink>) override;

private:
    void tick();
    void sweep();
    void take_mail();
    void post_mail_locked();

    asio::io_context context_;
    asio::basic_waitable_timer<Clock, asio::wait_traits<Clock>, Executor> timer_;
    std::chrono::milliseconds tick_;
    std::vector<Connection*> connections_;
    std::vector<char> scratch_ = std::vector<char>(scratch_bytes);

    std::mutex mail_mutex_;
    bool mail_posted_ = false;
    std::vector<Connection*> completed_;
    std::vector<std::shared_ptr<Sink>> ready_;
};

}  // namespace kith::net
