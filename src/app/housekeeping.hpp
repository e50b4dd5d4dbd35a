// What is swept out every hour: sessions that expired, keys of what was done once.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "base/time.hpp"
#include "platform/sql/database.hpp"

namespace kith::app {

inline constexpr std::chrono::hours housekeeping_every{1};

class Housekeeping {
public:
    Housekeeping(sql::Database&, Clock);
    ~Housekeeping();

private:
    void run(std::stop_token);

    sql::Database& database_;
    Clock now_;
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::jthread thread_;
};

}  // namespace kith::app
