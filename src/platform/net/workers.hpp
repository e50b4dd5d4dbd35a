// A pool of threads that run what is queued, oldest first.
//
// Threads are started as they are needed, up to the number given, and stay. `push`
// never blocks; it says no once `waiting_max` jobs wait. Jobs are not owned: whoever
// pushes one keeps it alive until `run` was called.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <thread>
#include <vector>

namespace kith::net {

class Job {
public:
    virtual void run() noexcept = 0;  // on a worker's thread

protected:
    ~Job() = default;

private:
    friend class Workers;
    Job* next_ = nullptr;
};

class Workers {
public:
    enum class Room { limited, always };

    Workers(std::size_t threads_max, std::size_t waiting_max) : threads_max_(threads_max), waiting_max_(waiting_max) {}
    ~Workers() { finish(); }
    // Runs what is still queued, then joins.
    void finish();

    // False when too much waits already.
    bool push(Job&, Room = Room::limited);
    // Jobs that no thread has taken yet. Any thread.
    std::size_t waiting() const;

private:
    void work();
    bool wants_waking_locked();

    std::size_t const threads_max_;
    std::size_t const waiting_max_;
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    Job* first_ = nullptr;
    Job* last_ = nullptr;
    std::size_t waiting_ = 0;
    std::size_t idle_ = 0;
    bool waking_ = false;  // one was woken, and does not have the lock yet
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace kith::net
