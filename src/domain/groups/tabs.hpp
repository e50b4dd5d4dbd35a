// The head that all rooms of a group share: its name, its tabs, the standing
// notice, and what asks for care (a changed agreement, one facilitator too few).
//
// A page includes it with {{>group_tabs}} before its own h1 or lead.
#pragma once

#include <string_view>
#include <vector>

#include "domain/groups/group.hpp"
#include "domain/groups/store.hpp"
#include "platform/html/view.hpp"

namespace kith::groups {

// `current` is one of "talk", "asks", "members", "agreement", "log", "care"; anything else marks none of them.
// For templates only: the JSON of a page does not carry it.
void add_tabs(html::View&, Membership const&, std::string_view current);
// With everyone in the group at hand it also says when a second facilitator is wanted.
void add_tabs(html::View&, Membership const&, std::string_view current, std::vector<MemberLine> const& members);

// The same, looked up: for pages that do not need everyone. Only facilitators are told there.
void add_tabs(html::View&, Membership const&, std::string_view current, sql::Transaction&);

// There are members who could be, and fewer facilitators than a group needs.
bool wants_facilitator(std::vector<MemberLine> const& members);

}  // namespace kith::groups
