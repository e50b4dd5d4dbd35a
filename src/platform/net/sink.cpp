#include "platform/net/sink.hpp"

namespace kith::net {

bool Sink::send(Chunk chunk) {
    std::lock_guard const lock(mutex_);
    if (still_ == Still::closed) return false;
    bool const too_far_behind =
        waiting_.size() >= backlog_chunks_max || waiting_bytes_ + chunk->size() > backlog_bytes_max;
    if (too_far_behind) {
        waiting_.clear();  // half of what happened is worse than coming back for all of it
        close_locked();
        return false;
    }
    waiting_bytes_ += chunk->size();
    waiting_.push_back(std::move(chunk));
    if (!told_) {
        told_ = true;
        waker_.ready(shared_from_this());
    }
    return true;
}

void Sink::close() {
    std::lock_guard const lock(mutex_);
    if (still_ == Still::open) close_locked();
}

void Sink::close_locked() {
    still_ = Still::closed;
    if (!told_) {
        told_ = true;
        waker_.ready(shared_from_this());
    }
}

Sink::Still Sink::take(std::vector<Chunk>& into) {
    std::lock_guard const lock(mutex_);
    told_ = false;
    waiting_bytes_ = 0;
    into.swap(waiting_);
    return still_;
}

void Sink::end() {
    std::lock_guard const lock(mutex_);
    still_ = Still::closed;
    told_ = true;
    waiting_.clear();
    waiting_.shrink_to_fit();
    connection_ = nullptr;
}

}  // namespace kith::net
