#include "app/coming_round.hpp"

#include <exception>

namespace kith::app {

ComingRound::ComingRound(std::chrono::milliseconds every, std::function<void()> what)
    : every_{every}, what_{std::move(what)}, thread_{[this](std::stop_token stop) { run(stop); }} {}

ComingRound::~ComingRound() = default;

void ComingRound::run(std::stop_token stop) {
    while (!stop.stop_requested()) {
        try {
            what_();
        } catch (std::exception const&) {
            // The next time.
        }
        std::unique_lock lock{mutex_};
        wake_.wait_for(lock, stop, every_, [] { return false; });
    }
}

}  // namespace kith::app
