// The time that Kith goes by: the machine's wall clock, but not where it jumps.
//
// Beside the wall clock the machine counts the time since its start, which nobody sets. As long as the two go on
// together the wall clock is believed, small corrections too. When it jumps, forwards or back, Kith goes on from where
// it was; if the jump is undone within `jump_believed_after`, nothing has happened. Else it is believed, and said so.
// What is deleted because its time is over is not brought back, so for `sure_after` longer nothing is deleted by the
// clock (`is_sure`): time for somebody to see that the clock is wrong. The same holds after a start whose clock is more
// than a day past what was last written.
//
// What it cannot know: a machine that starts with a wrong clock, and that nobody sets right within that hour.
//
// Any thread.
#pragma once

#include <chrono>
#include <functional>
#include <mutex>
#include <optional>

#include "base/time.hpp"

namespace kith::app {

inline constexpr std::chrono::milliseconds clock_tolerance{2'000};  // a correction, not a jump
inline constexpr std::chrono::minutes jump_believed_after{10};
inline constexpr std::chrono::minutes sure_after{60};
inline constexpr std::chrono::hours silence_believed{24};  // between the last write and a start

class TrustedClock {
public:
    struct Sources {
        std::function<Time()> wall;
        std::function<std::chrono::milliseconds()> since_start;  // of the machine, asleep or awake
    };
    static Sources of_the_machine();

    // `last_written`: when anything was last written to the data; nothing at a first start.
    explicit TrustedClock(Sources = of_the_machine(), std::optional<Time> last_written = std::nullopt);

    Time now();
    // Whether what is over may be deleted.
    bool is_sure();

private:
    // The wall clock less the time since the machine's start.
    using Offset = std::chrono::milliseconds;
    void look(std::chrono::milliseconds since_start, Offset offset);

    struct Jump {
        Offset to;
        std::chrono::milliseconds seen;
    };

    Sources const sources_;
    std::mutex mutex_;
    Offset offset_;
    std::optional<Jump> jump_;
    std::optional<std::chrono::milliseconds> sure_from_;  // since the machine's start
};

}  // namespace kith::app
