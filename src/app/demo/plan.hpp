// What is said when: the texts laid out in time, and, where more posts are wanted than there are texts, more made of
// the same words. The same wishes give the same plan.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/demo/cast.hpp"
#include "app/demo/random.hpp"
#include "base/time.hpp"

namespace kith::app::demo {

inline constexpr std::size_t posts_max = 1'000'000;

struct Wishes {
    std::size_t members = 0;  // 0: the cast alone
    std::size_t posts = 0;    // 0: every text once
    std::uint64_t seed = 1;
    Time ends;  // nothing is said after this
};

// One post. Its place in `Plan::posts` is its number.
struct Planned {
    Time at;
    std::size_t room;
    std::size_t writer;         // of all members
    std::size_t head = none;    // the number of the thread's head; none: this is one
    std::size_t quoted = none;  // the number of a comment under the same head
    std::string_view topic;     // of a head
    bool asks = false;
    std::string body;

    static constexpr std::size_t none = static_cast<std::size_t>(-1);
};

struct Plan {
    std::vector<Planned> posts;  // by time
    Time began;                  // when the groups were founded
};

// `members_of[room]`: who may write there, as indexes of all members; the cast comes first, in its order.
Plan make_plan(Wishes const&, std::array<std::vector<std::size_t>, group_count> const& members_of, Random&);

}  // namespace kith::app::demo
