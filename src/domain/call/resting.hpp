// What fell due and could not be done: left alone for a while, longer each time, so that it does not stand in the way
// of what comes after it. Who takes the next so many rows takes as many more as rest here. Forgotten with the program:
// then each is tried once more at once. For one thread at a time.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <exception>
#include <map>
#include <string>

#include "base/time.hpp"

namespace kith {

inline constexpr std::chrono::minutes rest_first{1}, rest_longest{60};

class Resting {
public:
    std::size_t count() const { return rests_.size(); }

    // Does it, unless it rests. Where it throws it rests from now on, twice as long as the last time.
    template <class Body>
    void unless_it_rests(std::string const& what, Time now, Body const& body) {
        auto const found = rests_.find(what);
        if (found != rests_.end() && now < found->second.until) return;
        try {
            body();
            rests_.erase(what);
        } catch (std::exception const&) {
            auto& rest = rests_[what];
            rest.last = std::clamp<std::chrono::milliseconds>(2 * rest.last, rest_first, rest_longest);
            rest.until = now + rest.last;
        }
    }

private:
    struct Rest {
        Time until{};
        std::chrono::milliseconds last{};
    };
    std::map<std::string, Rest> rests_;
};

}  // namespace kith
