#include "domain/moderation/store.hpp"

#include <algorithm>

namespace kith {

namespace {

struct Words {
    ReportOutcome outcome;
    std::string_view stored, said;
};

constexpr std::array outcomes{
    Words{ReportOutcome::left, "left", "left as it is"},
    Words{ReportOutcome::hidden, "hidden", "the post is hidden"},
    Words{ReportOutcome::talked, "talked", "talked with the author"},
};

}  // namespace

std::string_view stored(ReportOutcome outcome) { return std::ranges::find(outcomes, outcome, &Words::outcome)->stored; }
std::string_view in_words(ReportOutcome outcome) { return std::ranges::find(outcomes, outcome, &Words::outcome)->said; }

std::optional<ReportOutcome> report_outcome_from(std::string_view text) {
    auto const* const found = std::ranges::find(outcomes, text, &Words::stored);
    return found == outcomes.end() ? std::nullopt : std::optional{found->outcome};
}

}  // namespace kith

namespace kith::moderation {

static sql::Statement const insert_report{
    "INSERT INTO reports (id, group_id, post_id, reported_by, about_id, reason, reported_at) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7)"};

void add(sql::Transaction& transaction, Report const& report) {
    transaction.run(insert_report, report.id, report.group, report.post, report.reported_by, report.about,
                    report.reason, report.reported_at);
}

// One set of columns for one report and for lists of them.
#define KITH_REPORT_COLUMNS                                                                                         \
    "SELECT reports.id, reports.group_id, reports.post_id, reports.reported_by, reports.about_id, reports.reason, " \
    "reports.reported_at, report_closings.outcome, report_closings.closed_at, reporter.name, "                      \
    "COALESCE(pen.name, author.name), "                                                                             \
    "closer.name, EXISTS (SELECT 1 FROM hidings WHERE hidings.post_id = reports.post_id) FROM reports "             \
    "LEFT JOIN report_closings ON report_closings.report_id = reports.id "                                          \
    "LEFT JOIN people AS reporter ON reporter.id = reports.reported_by "                                            \
    "LEFT JOIN people AS author ON author.id = reports.about_id "                                                   \
    "LEFT JOIN posts ON posts.id = reports.post_id LEFT JOIN pens AS pen ON pen.id = posts.pen_id "                 \
    "LEFT JOIN people AS closer ON closer.id = report_closings.closed_by "                                          \
    "WHERE reports.group_id = $1 AND (reports.about_id IS NULL OR reports.about_id <> $2) "

static ReportLine read_line(sql::Row const& row) {
    ReportLine line;
    line.report = {row.id<Report>(0),       row.id<Group>(1), row.id<Post>(2), row.maybe_id<Person>(3),
                   row.maybe_id<Person>(4), row.string(5),    row.time(6),     !row.is_null(7)};
    line.outcome = report_outcome_from(row.text(7));
    line.closed_at = row.maybe_time(8);
    line.reporter_name = row.string(9);
    line.author_name = row.string(10);
    line.closer_name = row.string(11);
    line.post_hidden = row.flag(12);
    return line;
}

static sql::Statement const select_report{KITH_REPORT_COLUMNS "AND reports.id = $3"};

std::optional<Report> find(sql::Transaction& transaction, GroupId group, ReportId id, PersonId reader) {
    return transaction.one(select_report, [](sql::Row const& row) { return read_line(row).report; }, group, reader, id);
}

static sql::Statement const select_open_of_person{
    "SELECT 1 FROM reports WHERE reports.post_id = $1 AND reports.reported_by = $2 AND reports.group_id = "
    "(SELECT group_id FROM posts WHERE posts.id = $1) "
    "AND NOT EXISTS (SELECT 1 FROM report_closings WHERE report_closings.report_id = reports.id)"};

bool has_open_report(sql::Transaction& transaction, PostId post, PersonId by) {
    return transaction.any(select_open_of_person, post, by);
}

static sql::Statement const insert_closing{
    "INSERT INTO report_closings (report_id, group_id, closed_by, outcome, closed_at) VALUES ($1, $2, $3, $4, $5) "
    "ON CONFLICT DO NOTHING"};

bool close(sql::Transaction& transaction, Report const& report, ReportOutcome outcome, PersonId by, Time now) {
    return transaction.run(insert_closing, report.id, report.group, by, stored(outcome), now) == 1;
}

static sql::Statement const select_open{KITH_REPORT_COLUMNS
                                        "AND report_closings.report_id IS NULL ORDER BY reports.id LIMIT $3"};

std::vector<ReportLine> open_reports(sql::Transaction& transaction, GroupId group, PersonId reader) {
    return transaction.all(select_open, read_line, group, reader, open_reports_shown_max);
}

static sql::Statement const select_closed{
    KITH_REPORT_COLUMNS "AND report_closings.report_id IS NOT NULL ORDER BY reports.id DESC LIMIT $3"};
static sql::Statement const select_closed_before{
    KITH_REPORT_COLUMNS
    "AND report_closings.report_id IS NOT NULL AND reports.id < $4 ORDER BY reports.id DESC LIMIT $3"};

#undef KITH_REPORT_COLUMNS

std::vector<ReportLine> closed_reports(sql::Transaction& transaction, GroupId group, PersonId reader,
                                       std::optional<ReportId> before, std::size_t most) {
    return before ? transaction.all(select_closed_before, read_line, group, reader, most, *before)
                  : transaction.all(select_closed, read_line, group, reader, most);
}

static sql::Statement const count_open_reports{
    "SELECT count(*) FROM reports WHERE reports.group_id = $1 AND (reports.about_id IS NULL OR reports.about_id <> $2) "
    "AND NOT EXISTS (SELECT 1 FROM report_closings WHERE report_closings.report_id = reports.id)"};

std::int64_t count_open(sql::Transaction& transaction, GroupId group, PersonId reader) {
    return transaction.one(
                          count_open_reports, [](sql::Row const& row) { return row.integer(0); }, group, reader)
        .value_or(0);
}

static sql::Statement const select_hiding{
    "SELECT people.name, hidings.reason, hidings.hidden_at FROM hidings "
    "LEFT JOIN people ON people.id = hidings.hidden_by WHERE hidings.post_id = $1"};

std::optional<Hiding> find_hiding(sql::Transaction& transaction, PostId post) {
    return transaction.one(
        select_hiding, [](sql::Row const& row) { return Hiding{row.string(0), row.string(1), row.time(2)}; }, post);
}

static sql::Statement const insert_hiding{
    "INSERT INTO hidings (post_id, group_id, hidden_by, reason, hidden_at) VALUES ($1, $2, $3, $4, $5) "
    "ON CONFLICT DO NOTHING"};

bool hide(sql::Transaction& transaction, Post const& post, PersonId by, std::string_view reason, Time now) {
    return transaction.run(insert_hiding, post.id, post.group, by, reason, now) == 1;
}

static sql::Statement const delete_hiding{"DELETE FROM hidings WHERE post_id = $1"};

bool show(sql::Transaction& transaction, PostId post) { return transaction.run(delete_hiding, post) == 1; }

}  // namespace kith::moderation
