// Who deals with a report: a facilitator of the group whom it is not about.
#pragma once

#include "domain/call/row.hpp"
#include "domain/moderation/report.hpp"

namespace kith::moderation {

struct Policy {
    static Result<ReportCloser> close(Call&, GroupId, ReportId);
};

// For rows whose path holds {group} and {report}.
extern Gate<ReportCloser> const may_close;

}  // namespace kith::moderation
