// What the pages of moderation show.
#pragma once

#include <vector>

#include "domain/acts/act.hpp"
#include "domain/groups/store.hpp"
#include "domain/moderation/store.hpp"
#include "platform/html/view.hpp"

namespace kith::moderation {

// Who will read a report of this post, said before it is sent: names in words, or that there is nobody.
void show_recipients(html::View&, std::vector<groups::MemberLine> const& members, Post const&, PersonId reporter);

html::View report_view(ReportLine const&);
html::View log_view(LogLine const&);

}  // namespace kith::moderation
