// What was new in my groups in a span of time, to read or print. Through membership, like every page.
#pragma once

#include <vector>

#include "domain/posts/store.hpp"
#include "domain/reach/store.hpp"

namespace kith::reach {

inline constexpr std::size_t digest_posts_max = 50;  // of one group; the rest is read there

struct DigestOfGroup {
    GroupId group;
    std::string group_name;
    std::vector<posts::Shown> posts;  // in the order they were written
    bool more = false;
};

// The groups of this person in which something was written, by name.
std::vector<DigestOfGroup> digest(sql::Transaction&, PersonId, Span);

}  // namespace kith::reach
