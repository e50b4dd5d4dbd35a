#include "platform/net/workers.hpp"

#include <utility>

namespace kith::net {

void Workers::finish() {
    {
        std::lock_guard const lock(mutex_);
        stopping_ = true;
    }
    wake_.notify_all();
    for (auto& thread : threads_) thread.join();
    threads_.clear();
}

bool Workers::push(Job& job, Room room) {
    bool wake = false;
    {
        std::lock_guard const lock(mutex_);
        if (room == Room::limited && waiting_ >= waiting_max_) return false;
        job.next_ = nullptr;
        (first_ == nullptr ? first_ : last_->next_) = &job;
        last_ = &job;
        ++waiting_;
        wake = wants_waking_locked();
        // A thread that was woken counts as idle until it has the lock, hence the comparison.
        if (idle_ < waiting_ && threads_.size() < threads_max_) threads_.emplace_back([this] { work(); });
    }
    if (wake) wake_.notify_one();
    return true;
}

std::size_t Workers::waiting() const {
    std::lock_guard const lock(mutex_);
    return waiting_;
}

// One at a time: whoever wakes and finds more wakes the next. Where answers are quick, those who are
// awake already have it all done before a second one would be up.
bool Workers::wants_waking_locked() {
    if (idle_ == 0 || waking_) return false;
    waking_ = true;
    return true;
}

void Workers::work() {
    std::unique_lock lock(mutex_);
    for (;;) {
        while (first_ == nullptr) {
            if (stopping_) return;
            ++idle_;
            wake_.wait(lock);
            --idle_;
            waking_ = false;
        }
        Job& job = *std::exchange(first_, first_->next_);
        --waiting_;
        bool const wake = waiting_ > 0 && wants_waking_locked();
        lock.unlock();
        if (wake) wake_.notify_one();
        job.run();
        lock.lock();
    }
}

}  // namespace kith::net
