// What the pages of a group and a thread show.
#pragma once

#include "domain/groups/store.hpp"
#include "domain/posts/store.hpp"
#include "platform/html/view.hpp"

namespace kith::posts {

// One post as a card on the group's page, or in full on its own: the same view for the page,
// the live event and JSON. `names` are the members, for capacities and mentions.
html::View post_view(Shown const&, std::vector<groups::MemberLine> const& members, std::int64_t seen_sequence);

// Who will see what is written here: the line over the button, and the names behind it.
html::View audience_view(Group const&, std::vector<groups::MemberLine> const& members);

}  // namespace kith::posts
