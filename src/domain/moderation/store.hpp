// Reports and hidings in the database. What a person may see is part of each
// question: reports about `reader` are never among the answers.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/moderation/report.hpp"
#include "domain/posts/post.hpp"
#include "platform/sql/database.hpp"

namespace kith::moderation {

void add(sql::Transaction&, Report const&);
std::optional<Report> find(sql::Transaction&, GroupId, ReportId, PersonId reader);
// This person has reported this post, and it has not been dealt with.
bool has_open_report(sql::Transaction&, PostId, PersonId by);
// False when somebody was faster.
bool close(sql::Transaction&, Report const&, ReportOutcome, PersonId by, Time now);

struct ReportLine {
    Report report;
    std::string reporter_name;  // empty: their account is gone
    std::string author_name;    // likewise
    std::optional<ReportOutcome> outcome;
    std::string closer_name;
    std::optional<Time> closed_at;
    bool post_hidden = false;
};
// Oldest first: who waits longest comes first.
std::vector<ReportLine> open_reports(sql::Transaction&, GroupId, PersonId reader);
// Newest first; with `before` only what is older than that report.
std::vector<ReportLine> closed_reports(sql::Transaction&, GroupId, PersonId reader, std::optional<ReportId> before,
                                       std::size_t most);
std::int64_t count_open(sql::Transaction&, GroupId, PersonId reader);

struct Hiding {
    std::string by;  // empty: their account is gone
    std::string reason;
    Time hidden_at;
};
std::optional<Hiding> find_hiding(sql::Transaction&, PostId);
// False when it was hidden already.
bool hide(sql::Transaction&, Post const&, PersonId by, std::string_view reason, Time now);
// False when it was not hidden.
bool show(sql::Transaction&, PostId);

}  // namespace kith::moderation
