// Something done again and again on a thread of its own: at once, and then every so often.
//
// What it does is tried again the next time when it fails; nothing may depend on the moment. Ends, after
// what it is doing, with its destructor.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <string_view>
#include <thread>

namespace kith::app {

class ComingRound {
public:
    // `name`: for the log (log.hpp); lives as long.
    ComingRound(std::string_view name, std::chrono::milliseconds every, std::function<void()> what);
    ~ComingRound();

private:
    void run(std::stop_token);

    std::string_view name_;
    std::chrono::milliseconds every_;
    std::function<void()> what_;
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::jthread thread_;
};

}  // namespace kith::app
