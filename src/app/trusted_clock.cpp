#include "app/trusted_clock.hpp"

#include <ctime>

#include "app/log.hpp"

namespace kith::app {

using std::chrono::abs;
using std::chrono::milliseconds;

TrustedClock::Sources TrustedClock::of_the_machine() {
    return {system_now, [] {
                timespec now{};
                ::clock_gettime(CLOCK_BOOTTIME, &now);
                return milliseconds{now.tv_sec * 1'000 + now.tv_nsec / 1'000'000};
            }};
}

TrustedClock::TrustedClock(Sources sources, std::optional<Time> last_written) : sources_{std::move(sources)} {
    auto const since_start = sources_.since_start();
    auto const wall = sources_.wall();
    offset_ = wall - Time{since_start.count()};
    if (!last_written) return;
    if (wall > *last_written + silence_believed) sure_from_ = since_start + sure_after;
    if (wall + clock_tolerance < *last_written)
        write_log(Told::clock_behind, "The clock of this machine is behind what was last written here. Is it right?");
}

Time TrustedClock::now() {
    std::lock_guard const lock{mutex_};
    auto const since_start = sources_.since_start();
    look(since_start, sources_.wall() - Time{since_start.count()});
    return Time{since_start.count()} + offset_;
}

bool TrustedClock::is_sure() {
    (void)now();
    std::lock_guard const lock{mutex_};
    return !jump_ && (!sure_from_ || sources_.since_start() >= *sure_from_);
}

void TrustedClock::look(milliseconds since_start, Offset offset) {
    if (abs(offset - offset_) <= clock_tolerance) {
        offset_ = offset;
        jump_.reset();
        return;
    }
    if (!jump_ || abs(offset - jump_->to) > clock_tolerance) jump_ = Jump{offset, since_start};
    jump_->to = offset;
    if (since_start - jump_->seen < jump_believed_after) return;
    auto const seconds = std::chrono::duration_cast<std::chrono::seconds>(offset - offset_).count();
    if (seconds > 0)
        write_log(Told::clock_set, "The clock of this machine was set forward. For an hour nothing is deleted by it.",
                  {{"seconds", seconds}});
    else
        write_log(Told::clock_set, "The clock of this machine was set back.", {{"seconds", -seconds}});
    if (offset > offset_) sure_from_ = since_start + sure_after;
    offset_ = offset;
    jump_.reset();
}

}  // namespace kith::app
