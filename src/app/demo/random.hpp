// Chance that comes out the same from the same seed, on every machine: the ids and times of the example
// community are made with it. Never a secret.
#pragma once

#include <cstdint>

#include "base/id.hpp"
#include "base/time.hpp"

namespace kith::app::demo {

// SplitMix64 (Steele, Lea and Flood 2014): a counter and three multiplications.
class Random {
public:
    explicit Random(std::uint64_t seed) : state_{seed} {}

    std::uint64_t next() {
        auto z = state_ += 0x9e3779b97f4a7c15u;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return z ^ (z >> 31);
    }
    // 0 to end - 1; the bias towards small numbers is far below what an example shows.
    std::size_t below(std::size_t end) { return static_cast<std::size_t>(next() % end); }
    bool one_in(std::size_t times) { return below(times) == 0; }

    template <class Thing>
    Id<Thing> id() {
        Id<Thing> made;
        for (auto& byte : made.bytes) byte = static_cast<std::uint8_t>(next() >> 56);
        return made;
    }
    // As Id::ordered, with the millisecond in front.
    template <class Thing>
    Id<Thing> id(Time now) {
        auto made = id<Thing>();
        for (std::size_t i = 0; i < 6; ++i)
            made.bytes[i] = static_cast<std::uint8_t>(static_cast<std::uint64_t>(now.milliseconds) >> (40 - 8 * i));
        return made;
    }

private:
    std::uint64_t state_;
};

}  // namespace kith::app::demo
