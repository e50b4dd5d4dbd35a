// The rows of the route table about reports, hiding, and the log of what facilitators did.
#pragma once

#include "domain/call/gates.hpp"
#include "domain/groups/policy.hpp"
#include "domain/moderation/policy.hpp"
#include "domain/posts/policy.hpp"

namespace kith::moderation {

Result<Answer> show_report_form(Call&, PostReader const&);  // GET /posts/{post}/report
Result<Answer> report_post(Call&, PostReader const&);       // POST /posts/{post}/report
Result<Answer> show_hiding_form(Call&, PostHider const&);   // GET /posts/{post}/hide
Result<Answer> hide_post(Call&, PostHider const&);          // POST /posts/{post}/hide
Result<Answer> show_post(Call&, PostHider const&);          // POST /posts/{post}/show
Result<Answer> list_reports(Call&, Facilitator const&);     // GET /groups/{group}/reports
Result<Answer> close_report(Call&, ReportCloser const&);    // POST /groups/{group}/reports/{report}/close
Result<Answer> show_log(Call&, Reader const&);              // GET /groups/{group}/log
Result<Answer> show_log_of_place(Call&, SignedIn const&);   // GET /log

}  // namespace kith::moderation
