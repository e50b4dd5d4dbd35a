// Visits: what is new since somebody was last here.
//
// A visit lasts while the pages somebody looks at are less than `visit_gap` apart.
// New is what came after what they had seen when the visit began, by the group's
// own count; looking at a page does not make it old before they come back.
#pragma once

#include "domain/call/call.hpp"
#include "domain/groups/store.hpp"

namespace kith::posts {

enum class Looked { at_group, at_thread };  // only the group's page shows all that happened

// The visit as it is after this page. Nothing of before: a first visit, on which nothing is marked.
groups::Visit after_looking(std::optional<groups::Visit> const& before, std::int64_t group_sequence, Time now, Looked);

// Looks up the visit, has it noted after the answer where it changed, and returns the sequence after
// which things are new to this viewer.
std::int64_t note_visit(Call const&, Group const&, Looked);

}  // namespace kith::posts
