// The words around a number that say what it is: the nearest label is believed.
#pragma once

#include <array>
#include <cstddef>

#include "screen/tokens.hpp"

namespace kith::screen::rules {

class Nearby {
public:
    // Around tokens `first` up to and with `last`.
    Nearby(Reader const&, std::size_t first, std::size_t last);

    static constexpr int none = 100;
    // How many tokens away the nearest word about `wanted` is; words behind the number count as a little further.
    int distance(Topics wanted) const;
    bool about(Topics wanted) const { return (all_ & wanted) != 0; }
    // About `wanted`, and about none of `others` from nearer.
    bool rather(Topics wanted, Topics others) const;
    Topics topics() const { return all_; }

private:
    static constexpr std::size_t before_max = 8, after_max = 6;
    static constexpr int behind = 2;

    std::array<Topics, before_max> before_{};
    std::array<Topics, after_max> after_{};
    Topics all_ = 0;
};

}  // namespace kith::screen::rules
