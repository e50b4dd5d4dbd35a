// Words whose time is over, as their author had chosen and everybody could see.
#pragma once

#include <cstddef>

#include "domain/call/call.hpp"
#include "domain/call/resting.hpp"

namespace kith::posts {

inline constexpr std::size_t expired_at_once_max = 200;  // posts, each with its answers; the rest waits

// Takes the words of posts whose time is over, and of the answers under them where the author chose that: text,
// earlier versions, support, what was told. Their place stays. Each in a transaction of its own, and then tells the
// pages; what cannot be taken rests. For a thread that comes round every few seconds.
void take_what_is_over(Services const&, Resting&, Time now);

}  // namespace kith::posts
