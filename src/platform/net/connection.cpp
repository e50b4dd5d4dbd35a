#include "platform/net/connection.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/redirect_error.hpp>

#include "platform/net/parse.hpp"
#include "platform/net/stream.hpp"

namespace kith::net {

namespace {

constexpr std::size_t kept_input_bytes_max = 4 * 1024;  // an idle connection holds no more
constexpr int empty_lines_max = 2;                      // before a request (RFC 9112 section 2.2)
constexpr std::chrono::milliseconds linger_deadline{1'000};
constexpr std::size_t linger_bytes_max = 4 * 1024 * 1024;
constexpr std::string_view go_ahead = "HTTP/1.1 100 Continue\r\n\r\n";

// Drops `bytes` from the front of what is left to write.
void drop_written(std::span<std::string_view> parts, std::size_t bytes) {
    for (auto& part : parts) {
        auto const used = std::min(bytes, part.size());
        part.remove_prefix(used);
        bytes -= used;
    }
}

}  // namespace

Connection::Connection(Shared& shared, Loop& loop, Socket socket, Peer peer)
    : shared_(shared),
      loop_(loop),
      socket_(std::move(socket)),
      transport_(socket_.native_handle(), shared.tls.get()),
      peer_(std::move(peer)) {}

Connection::~Connection() {
    end_long_body();
    shared_.census.leave(peer_.key);
}

void Connection::begin(Shared& shared, Loop& loop, Socket socket, Peer peer) {
    auto connection = std::make_shared<Connection>(shared, loop, std::move(socket), std::move(peer));
    asio::co_spawn(loop.executor(), live(std::move(connection)), asio::detached);
}

Task<void> Connection::live(std::shared_ptr<Connection> self) {
    self->loop_.add(*self);
    try {
        co_await self->converse();
    } catch (std::exception const&) {
        // Out of memory, or the like: this connection ends, the others go on.
    }
    self->loop_.remove(*self);
    boost::system::error_code ignored;
    self->socket_.close(ignored);
}

Task<void> Connection::converse() {
    expect_within(Phase::reading, shared_.settings.head_deadline);
    if (transport_.secure() && !co_await shake_hands()) co_return;
    for (;;) {
        auto const read = co_await read_request();
        if (read == Read::over) co_return;
        if (read == Read::refused) {
            response_ = plain_reply(refusal_.status, refusal_.why);
            compose();
        } else {
            auto& pool = http::is_safe(request_.method) ? shared_.readers : shared_.writers;
            task_of_worker_ = Task_of_worker::answer;
            phase_ = Phase::answering;
            due_ = Clock::time_point::max();
            if (pool.push(*this)) {
                co_await wake_.wait();
            } else {
                response_ = plain_reply(503);
                compose();
            }
        }
        if (!co_await send()) co_return;
        if (response_.events && rules_.body == BodyIs::sent) {
            co_await stream();
            transport_.finish();
            co_return;
        }
        if (rules_.after == After::close || shared_.stopping) {
            co_await linger();
            co_return;
        }
        response_ = {};
        end_long_body();
    }
}

Task<bool> Connection::shake_hands() {
    for (;;) {
        auto const progress = transport_.shake_hands();
        if (progress == Progress::done) co_return true;
        if (progress == Progress::gone || !co_await wait(progress)) co_return false;
    }
}

Connection::Read Connection::refuse(Refusal refusal) {
    refusal_ = refusal;
    rules_.after = After::close;
    interruption_ = Interruption::none;
    return Read::refused;
}

// By the address that the request is from: behind a proxy that is not the connection's.
bool Connection::take_long_body() {
    auto const& settings = shared_.settings;
    bool const known = settings.knows_sender && settings.knows_sender(request_);
    LongBody body{key_of(request_.peer), known ? LongBodies::Sender::known : LongBodies::Sender::unknown,
                  Clock::now() + settings.long_body_deadline};
    if (!shared_.long_bodies.enter(body.key, body.sender)) return false;
    long_body_ = body;
    return true;
}

// Its memory goes too: a connection that is kept open holds no files.
void Connection::end_long_body() {
    if (!long_body_) return;
    request_.body = {};
    shared_.long_bodies.leave(long_body_->key, long_body_->sender);
    long_body_.reset();
}

void Connection::skip_empty_lines() {
    for (int lines = 0; lines < empty_lines_max && input_.starts_with("\r\n"); ++lines) input_.erase(0, 2);
}

Task<Connection::Read> Connection::read_request() {
    bool const first = request_.peer.empty();
    request_.body.clear();
    rules_ = {};
    if (input_.empty()) {
        if (input_.capacity() > kept_input_bytes_max) input_ = {};
        if (shared_.stopping) co_return Read::over;
        expect_within(Phase::idle, first ? shared_.settings.head_deadline : shared_.settings.idle_deadline);
        if (!co_await fill()) co_return Read::over;
    }
    expect_within(Phase::reading, shared_.settings.head_deadline);

    HeadScan scan;
    for (;;) {
        if (scan.head_bytes() == 0) skip_empty_lines();
        auto const outcome = scan.look(input_);
        if (outcome == HeadScan::Outcome::complete) break;
        if (outcome == HeadScan::Outcome::refused) co_return refuse(scan.refusal());
        if (co_await fill()) continue;
        co_return interruption_ == Interruption::late ? refuse({408}) : Read::over;
    }

    auto const head = parse_head(std::string_view{input_}.substr(0, scan.head_bytes()), request_);
    if (!head) co_return refuse({400});
    auto const& longest = shared_.settings.body_bytes_max_for;
    auto const framing = frame_of(request_, head->method_name, head->target, head->version,
                                  longest ? longest(request_) : shared_.settings.body_bytes_max);
    rules_.version = head->version;
    if (request_.method == http::Method::head) rules_.body = BodyIs::left_out;
    if (!framing) co_return refuse(framing.error());
    rules_.after = framing->after;
    input_.erase(0, scan.head_bytes());
    request_.peer = peer_.address;
    request_.scheme = transport_.secure() ? http::Scheme::https : http::Scheme::http;
    if (shared_.settings.proxy == Proxy::in_front) believe_proxy(request_);
    if (!framing->chunked && framing->body_bytes == 0) co_return Read::request;
    if (framing->body_bytes > shared_.settings.body_bytes_max && !take_long_body())
        co_return refuse({503, Why::many_files});
    co_return co_await read_body(*framing);
}

Task<Connection::Read> Connection::read_body(Framing framing) {
    expect_within(Phase::reading, shared_.settings.body_deadline);
    if (framing.expectation == Expectation::go_ahead && input_.empty() && !co_await send_go_ahead()) {
        co_return Read::over;
    }
    ChunkReader chunks(shared_.settings.body_bytes_max);
    for (;;) {
        if (long_body_) expect_more_of_body();
        if (framing.chunked) {
            std::size_t used = 0;
            auto const outcome = chunks.read(input_, request_.body, used);
            input_.erase(0, used);
            if (outcome == ChunkReader::Outcome::complete) co_return Read::request;
            if (outcome == ChunkReader::Outcome::refused) co_return refuse(chunks.refusal());
        } else {
            auto const part = std::min<std::size_t>(framing.body_bytes - request_.body.size(), input_.size());
            request_.body.append(input_, 0, part);
            input_.erase(0, part);
            if (request_.body.size() == framing.body_bytes) co_return Read::request;
        }
        if (co_await fill()) continue;
        auto const why = long_body_ ? Why::slow_files : Why::by_status;
        co_return interruption_ == Interruption::late ? refuse({408, why}) : Read::over;
    }
}

// Whenever another step of it is there, it has time for the next.
void Connection::expect_more_of_body() {
    auto const& settings = shared_.settings;
    auto const here = request_.body.size() + input_.size();
    if (here < long_body_->bytes_next) return;
    long_body_->bytes_next = here + settings.long_body_step_bytes_min;
    due_ = std::min(long_body_->over, Clock::now() + settings.long_body_step);
}

Task<bool> Connection::send_go_ahead() {
    outgoing_ = {go_ahead, {}};
    for (;;) {
        auto const progress = push_out();
        if (progress == Progress::done) co_return true;
        if (progress == Progress::gone || !co_await wait(progress)) co_return false;
    }
}

// Appends what has come to `input_`; waits for it if need be. False: nothing will, or an interruption.
Task<bool> Connection::fill() {
    for (;;) {
        auto const moved = transport_.read(loop_.scratch());
        if (moved.progress == Progress::done) {
            input_.append(loop_.scratch().data(), moved.bytes);
            co_return true;
        }
        if (moved.progress == Progress::gone || !co_await wait(moved.progress)) co_return false;
    }
}

Task<bool> Connection::wait(Progress what) {
    if (interruption_ != Interruption::none) co_return false;
    boost::system::error_code error;
    co_await socket_.async_wait(what == Progress::wait_read ? Socket::wait_read : Socket::wait_write,
                                asio::redirect_error(awaited, error));
    co_return !error && interruption_ == Interruption::none;
}

void Connection::expect_within(Phase phase, std::chrono::milliseconds within) {
    phase_ = phase;
    due_ = Clock::now() + within;
}

void Connection::interrupt(Interruption why) {
    interruption_ = why;
    due_ = Clock::time_point::max();
    boost::system::error_code ignored;
    socket_.cancel(ignored);
}

void Connection::on_due() {
    if (phase_ == Phase::streaming) {
        stream_->heartbeat_due = true;
        wake_.wake();
    } else {
        interrupt(Interruption::late);
    }
}

void Connection::on_completed() {
    if (stream_) stream_->subscribed = true;
    wake_.wake();
}

void Connection::on_events() { wake_.wake(); }

void Connection::stop(Loop::Haste haste) {
    if (stream_) {
        interrupt(Interruption::stopping);
        wake_.wake();
    } else if (phase_ == Phase::idle || haste == Loop::Haste::now) {
        interrupt(Interruption::stopping);
    }
}

void Connection::run() noexcept {
    if (task_of_worker_ == Task_of_worker::answer) {
        answer();
    } else {
        subscribe();
    }
    loop_.completed(*this);  // the last touch: the loop's thread goes on with it
}

void Connection::answer() noexcept {
    try {
        response_ = shared_.handler(request_);
    } catch (...) {
        response_ = plain_reply(500);
    }
    compose();
    // Written from here as far as it goes, so that the client need not wait for another thread to wake;
    // `send` does the rest, and finds out again if there was a fault.
    push_out();
}

void Connection::compose() {
    if (shared_.stopping) rules_.after = After::close;
    head_ = head_of(response_, rules_);
    if (head_.empty()) {
        response_ = plain_reply(500);
        head_ = head_of(response_, rules_);
    }
    bool const body = rules_.body == BodyIs::sent && !response_.events && !is_bodiless(response_.status);
    outgoing_ = {head_, body ? response_.payload() : std::string_view{}};
}

Task<bool> Connection::send() {
    for (auto progress = push_out(); progress != Progress::done; progress = push_out()) {
        if (progress == Progress::gone) co_return false;
        expect_within(Phase::writing, shared_.settings.write_deadline);
        if (!co_await wait(progress)) co_return false;
    }
    co_return true;
}

Progress Connection::push_out() {
    while (!outgoing_[0].empty() || !outgoing_[1].empty()) {
        auto const moved = transport_.write(outgoing_);
        if (moved.progress != Progress::done) return moved.progress;
        drop_written(outgoing_, moved.bytes);
    }
    return Progress::done;
}

// Closing while the client still sends would reset the connection, and the answer might never be read.
// A browser that sends files reads nothing before it has sent them all: it is given longer.
Task<void> Connection::linger() {
    transport_.finish();
    bool const files = refusal_.why != Why::by_status;
    expect_within(Phase::lingering, files ? shared_.settings.long_body_step : linger_deadline);
    auto const most = files ? http::body_with_files_bytes_max : linger_bytes_max;
    for (std::size_t bytes = 0; bytes < most;) {
        auto const moved = transport_.read(loop_.scratch());
        bytes += moved.bytes;
        if (moved.progress == Progress::done) continue;
        if (moved.progress == Progress::gone || !co_await wait(moved.progress)) co_return;
    }
}

}  // namespace kith::net
