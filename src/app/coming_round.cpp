#include "app/coming_round.hpp"

#include <exception>

#include "app/log.hpp"

namespace kith::app {

ComingRound::ComingRound(std::string_view name, std::chrono::milliseconds every, std::function<void()> what)
    : name_{name}, every_{every}, what_{std::move(what)}, thread_{[this](std::stop_token stop) { run(stop); }} {}

ComingRound::~ComingRound() = default;

void ComingRound::run(std::stop_token stop) {
    while (!stop.stop_requested()) {
        try {
            what_();
        } catch (std::exception const& failure) {
            // The next time.
            write_log(Told::work_failed, "Something that is done every so often could not be done. It is tried again.",
                      {{"work", std::string{name_}}, {"failure", kind_of_failure(failure)}});
        }
        std::unique_lock lock{mutex_};
        wake_.wait_for(lock, stop, every_, [] { return false; });
    }
}

}  // namespace kith::app
