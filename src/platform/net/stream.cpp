#include "platform/net/stream.hpp"

#include <array>

namespace kith::net {

namespace {

constexpr std::size_t chunks_per_write_max = 64;
constexpr std::size_t unasked_bytes_max = 64 * 1024;

Sink::Chunk const& heartbeat_chunk() {
    static Sink::Chunk const chunk = std::make_shared<std::string const>("event: beat\ndata: {}\n\n");
    return chunk;
}

}  // namespace

// A stream may stay for hours: what the request needed goes.
void Connection::release_for_stream() {
    stream_ = std::make_unique<Stream>();
    stream_->source = std::move(response_.events);
    stream_->sink = std::make_shared<Sink>(loop_, *this);
    input_ = {};
    head_ = {};
    request_ = {};
    response_ = {};
}

Task<void> Connection::stream() {
    release_for_stream();
    Counted const counted{shared_.streams};
    phase_ = Phase::streaming;
    due_ = Clock::now() + shared_.settings.heartbeat;
    task_of_worker_ = Task_of_worker::subscribe;
    shared_.readers.push(*this, Workers::Room::always);
    watch_for_hang_up();

    Stream& stream = *stream_;
    for (;;) {
        auto const still = stream.sink->take(stream.batch);
        if (std::exchange(stream.heartbeat_due, false) && stream.batch.empty())
            stream.batch.push_back(heartbeat_chunk());
        bool const over = stream.hung_up || interruption_ != Interruption::none;
        if (!over && !stream.batch.empty()) {
            if (!co_await send_batch()) stream.hung_up = true;
            stream.batch.clear();
            stream.batch_at = stream.chunk_at = 0;
            continue;
        }
        stream.batch.clear();
        if (over) stream.sink->end();
        // The worker that subscribes must have let go of this connection first.
        if ((over || still == Sink::Still::closed) && stream.subscribed) break;
        phase_ = Phase::streaming;
        due_ = over ? Clock::time_point::max() : Clock::now() + shared_.settings.heartbeat;
        co_await wake_.wait();
    }
    stream.sink->end();
    stream.subscription.reset();
}

void Connection::subscribe() noexcept {
    try {
        stream_->subscription = stream_->source(stream_->sink);
    } catch (...) {
        stream_->sink->close();
    }
    stream_->source = {};
}

Task<bool> Connection::send_batch() {
    for (auto progress = push_batch(); progress != Progress::done; progress = push_batch()) {
        if (progress == Progress::gone) co_return false;
        expect_within(Phase::writing, shared_.settings.write_deadline);
        if (!co_await wait(progress)) co_return false;
    }
    co_return true;
}

Progress Connection::push_batch() {
    Stream& stream = *stream_;
    while (stream.batch_at < stream.batch.size()) {
        std::array<std::string_view, chunks_per_write_max> parts;
        std::size_t count = 0;
        for (auto at = stream.batch_at; at < stream.batch.size() && count < parts.size(); ++at) {
            parts[count++] = *stream.batch[at];
        }
        parts[0].remove_prefix(stream.chunk_at);
        auto const moved = transport_.write({parts.data(), count});
        if (moved.progress != Progress::done) return moved.progress;
        stream.chunk_at += moved.bytes;
        while (stream.batch_at < stream.batch.size() && stream.chunk_at >= stream.batch[stream.batch_at]->size()) {
            stream.chunk_at -= stream.batch[stream.batch_at++]->size();
        }
    }
    stream.batch = {};
    stream.batch_at = stream.chunk_at = 0;
    return Progress::done;
}

void Connection::watch_for_hang_up() {
    socket_.async_wait(Socket::wait_read, [self = shared_from_this()](boost::system::error_code error) {
        // Closed meanwhile: its descriptor may be somebody else's by now.
        if (!error && self->socket_.is_open()) self->on_readable();
    });
}

// A client has nothing to say on a stream; that it can be read means, mostly, that it is gone.
void Connection::on_readable() {
    Stream& stream = *stream_;
    for (;;) {
        auto const moved = transport_.read(loop_.scratch());
        stream.unasked_bytes += moved.bytes;
        if (moved.progress == Progress::gone || stream.unasked_bytes > unasked_bytes_max) {
            stream.hung_up = true;
            if (phase_ == Phase::writing) {
                interrupt(Interruption::stopping);
            } else {
                wake_.wake();
            }
            return;
        }
        if (moved.progress != Progress::done) break;
    }
    watch_for_hang_up();
}

}  // namespace kith::net
