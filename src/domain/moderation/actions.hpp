// Reporting, hiding, showing again. Each takes the grant that allows it.
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "domain/acts/act.hpp"
#include "domain/call/call.hpp"
#include "domain/moderation/report.hpp"
#include "domain/posts/post.hpp"

namespace kith::moderation {

// Forbidden for one's own post; conflict when it is gone, or when this person's report of it is still open.
Result<Report> report(Call&, PostReader const&, std::string_view reason);
// Conflict when it was closed already. In the log only when it is not about a facilitator: they read the log too,
// and would learn that there was a report.
Result<void> close(Call&, ReportCloser const&, ReportOutcome);

// The reason is for every member to read, in the log.
Result<void> hide(Call&, PostHider const&, std::string_view reason);
Result<void> show_again(Call&, PostHider const&);

// For whatever else is done to a post: the line in the log, about its author or the pen it stands under; and that open
// pages hear of it.
void log_about_author(Call&, Post const&, Act, std::string_view reason);
void announce_change(Call&, Post const&);

}  // namespace kith::moderation
