// The rows of the route table that lead to posts.
#pragma once

#include "domain/groups/policy.hpp"
#include "domain/posts/policy.hpp"

namespace kith::posts {

Result<Answer> show_group(Call&, Reader const&);        // GET /groups/{group}
Result<Answer> publish(Call&, Speaker const&);          // POST /groups/{group}/posts
Result<Answer> show_thread(Call&, PostReader const&);   // GET /posts/{post}
Result<Answer> comment(Call&, PostAnswerer const&);     // POST /posts/{post}/comments

}  // namespace kith::posts
