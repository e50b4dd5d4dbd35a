// Whose turn it is: so many at once, a few that wait, and never two of the same person.
//
// Who waits holds a thread of the server's, so there is an end to waiting and to how many do; whoever comes beyond that
// hears at once that it is busy. Those who wait are let in as they came. Thread-safe.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <set>
#include <string>

namespace kith::media {

class Turns {
public:
    Turns(std::size_t at_once, std::size_t waiting_max) : at_once_{at_once}, waiting_max_{waiting_max} {}

    // False: not now. Then `end` is not to be called.
    bool begin(std::string const& whose, std::chrono::milliseconds wait_max);
    void end(std::string const& whose);
    std::size_t waiting() const;

private:
    std::size_t const at_once_, waiting_max_;
    mutable std::mutex mutex_;
    std::condition_variable moved_;
    std::size_t running_ = 0;
    std::set<std::string> here_;       // whose turn it is, and who waits for theirs
    std::deque<std::string> waiting_;  // in the order in which they came
};

}  // namespace kith::media
