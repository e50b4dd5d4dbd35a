// Names of computers on the net ("gmail.com"), also written out ("gmail dot com").
#pragma once

#include "screen/tokens.hpp"

namespace kith::screen::rules {

inline constexpr std::size_t part_tokens_max = 24;  // of one side of an @

struct Dot {
    std::size_t next = 0;  // behind it; 0 when there is none
    bool hidden = false;   // in words or brackets
};

// "gmail.com", "gmail dot com", "nhs.uk" from a token on.
struct Domain {
    std::size_t last = 0;  // token; 0 when it is none
    bool ending = false;   // a known one
    bool hidden = false;
    std::size_t labels = 1;
};

Dot dot_at(Reader const&, std::size_t i);
Domain domain_at(Reader const&, std::size_t i);

}  // namespace kith::screen::rules
