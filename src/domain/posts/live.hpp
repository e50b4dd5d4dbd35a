// Live delivery: what is written in a group reaches the pages that are open on it, each change
// rendered once as any plain member would see it (platform/live/telling.hpp tells how).
#pragma once

#include "domain/call/call.hpp"
#include "domain/call/event.hpp"
#include "platform/live/telling.hpp"

namespace kith::posts {

// A group is a circle under its own id.
live::Source const& live_source();

// An event of a group that open pages may show, someone who hears no more, or a session that ended.
void tell_pages(Services const&, Event const&);

}  // namespace kith::posts
