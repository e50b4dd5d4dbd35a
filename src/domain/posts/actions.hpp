// What members do with posts. Each takes the grant that allows it.
#pragma once

#include <optional>
#include <string>

#include "base/result.hpp"
#include "domain/call/call.hpp"
#include "domain/groups/group.hpp"
#include "domain/posts/post.hpp"

namespace kith::posts {

struct Draft {
    std::string body;
    std::optional<TopicId> topic;
    std::optional<PostId> quoted;
    bool asks = false;
};

// Begins a thread. Invalid when there is nothing to say or too much.
Result<Post> publish(Call&, Speaker const&, Draft);
// Answers under a thread.
Result<Post> comment(Call&, PostAnswerer const&, Draft);

}  // namespace kith::posts
