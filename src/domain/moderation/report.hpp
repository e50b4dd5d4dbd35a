// A report: a member's word to the facilitators that a post needs looking at.
//
// It reaches the facilitators of the group but the one it is about: whoever wrote
// the post never sees it, in no list, notice, count or log, also when they become
// a facilitator later. The facilitators see who reported; the form says so.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.hpp"
#include "domain/call/granted.hpp"
#include "domain/groups/group.hpp"
#include "domain/ids.hpp"

namespace kith {

inline constexpr std::size_t report_reason_characters_max = 1'000;
inline constexpr std::size_t hiding_reason_characters_max = 500;
inline constexpr std::size_t closed_reports_on_a_page = 20;
inline constexpr std::size_t open_reports_shown_max = 100;

// What became of a report.
enum class ReportOutcome { left, hidden, talked };

inline constexpr std::array report_outcomes{ReportOutcome::left, ReportOutcome::hidden, ReportOutcome::talked};

std::string_view stored(ReportOutcome);
std::string_view in_words(ReportOutcome);  // "left as it is"
std::optional<ReportOutcome> report_outcome_from(std::string_view);

struct Report {
    ReportId id;
    GroupId group;
    PostId post;
    std::optional<PersonId> reported_by;  // nothing: their account is gone
    std::optional<PersonId> about;        // the author at the time
    std::string reason;
    Time reported_at;
    bool closed = false;
};

struct ReportInGroup {
    Report report;
    Membership membership;
};

namespace moderation {
struct Policy;
}

struct CloseReport {
    using Policy = moderation::Policy;
};  // a facilitator whom it is not about
using ReportCloser = Granted<CloseReport, ReportInGroup>;

}  // namespace kith
