// How far something has got, on standard error, once it takes longer than two seconds.
//
// A thread of its own draws: a bar that is redrawn on a terminal, a line now and
// then in a log. `begin` and `add` may be called as often as one likes.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>

namespace kith::app {

inline constexpr std::chrono::seconds progress_after{2};

class Progress {
public:
    Progress();
    ~Progress();  // ends the line that was drawn, if one was

    // A new stretch of work; `most` 0: nobody knows how much it is.
    void begin(std::string what, std::int64_t most = 0);
    void add(std::int64_t done = 1) { done_ += done; }

private:
    void run();
    void draw();

    std::mutex mutex_;
    std::condition_variable wake_;
    bool ending_ = false;    // guarded by mutex_
    std::string what_;       // guarded by mutex_
    std::int64_t most_ = 0;  // guarded by mutex_
    std::atomic<std::int64_t> done_ = 0;
    bool const on_terminal_;
    bool drawn_ = false;  // by the thread alone, until it has ended
    std::thread thread_;
};

}  // namespace kith::app
