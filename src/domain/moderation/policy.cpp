#include "domain/moderation/policy.hpp"

#include "domain/groups/policy.hpp"
#include "domain/moderation/store.hpp"

namespace kith::moderation {

// To the one it is about the report does not exist, facilitator or not.
Result<ReportCloser> Policy::close(Call& call, GroupId group, ReportId id) {
    auto const facilitator = TRY(groups::Policy::facilitate(call, group));
    auto report = find(call.transaction(), group, id, call.viewer().person);
    if (!report) return fail(Error::not_found());
    return ReportCloser{ReportInGroup{std::move(*report), *facilitator}};
}

Gate<ReportCloser> const may_close{Opens::to_facilitator, [](Call& call) -> Result<ReportCloser> {
                                       auto const group = TRY(call.id<Group>("group"));
                                       auto const report = TRY(call.id<Report>("report"));
                                       return Policy::close(call, group, report);
                                   }};

}  // namespace kith::moderation
