// Live delivery: what is written in a group reaches the pages that are open on it.
//
// `tell` is called after the commit, on the thread that made the change. It reads
// what changed in the group since it last told anything, in the group's own order,
// renders each change once as any plain member would see it, and hands the same
// bytes to every page. Whoever comes second finds it told already: pages hear of
// everything once and in order, whichever thread is faster.
//
// A page comes with the cursor of what it has heard. It listens first and reads
// what it missed second, so that nothing falls between; what it hears twice it
// passes over.
#pragma once

#include "domain/call/call.hpp"
#include "domain/call/event.hpp"

namespace kith::posts {

// An event of a group that open pages may show, someone who hears no more, or a session that ended.
void tell_pages(Services const&, Event const&);

}  // namespace kith::posts
