// A poll as pages show it.
#pragma once

#include "domain/call/call.hpp"
#include "domain/groups/group.hpp"
#include "domain/polls/poll.hpp"

namespace kith::polls {

// Adds "poll" to the view of a thread: the way to vote while it is open, what was voted when that may be shown,
// or null where the post has none. For a member of the group who may read the post.
void add_poll(Call&, html::View&, PostId);

// When open votes are seen.
void add_settings(Call&, html::View&, Membership const&);

}  // namespace kith::polls
