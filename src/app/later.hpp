// Small things done after the answer, in writes of their own: a visit noted, the
// day of a session's last use. One thread; what is still waiting when the program
// is killed is lost, and may be.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

#include "platform/sql/database.hpp"

namespace kith::app {

inline constexpr std::size_t later_waiting_max = 10'000;  // beyond it, what comes is dropped

class Later {
public:
    explicit Later(sql::Database&);
    ~Later();  // does what is waiting, then ends
    void add(std::function<void(sql::Transaction&)>);

private:
    void run();

    sql::Database& database_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::deque<std::function<void(sql::Transaction&)>> waiting_;
    bool ending_ = false;
    std::thread thread_;
};

}  // namespace kith::app
