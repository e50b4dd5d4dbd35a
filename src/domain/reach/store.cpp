#include "domain/reach/store.hpp"

namespace kith::reach {

static HowSoon read_how_soon(sql::Row const& row, int column) {
    return how_soon_from(row.text(column)).value_or(how_soon_by_default);
}

static sql::Statement const select_choices{
    "SELECT groups.id, groups.name, COALESCE(reach_choices.how_soon, '') FROM memberships "
    "JOIN groups ON groups.id = memberships.group_id LEFT JOIN reach_choices "
    " ON reach_choices.group_id = memberships.group_id AND reach_choices.person_id = memberships.person_id "
    "WHERE memberships.person_id = $1 ORDER BY groups.name, groups.id"};

std::vector<Choice> choices_of(sql::Transaction& transaction, PersonId person) {
    return transaction.all(
        select_choices,
        [](sql::Row const& row) { return Choice{row.id<Group>(0), row.string(1), read_how_soon(row, 2)}; }, person);
}

static sql::Statement const upsert_choice{
    "INSERT INTO reach_choices (group_id, person_id, how_soon) SELECT group_id, person_id, CAST($3 AS TEXT) "
    "FROM memberships WHERE group_id = $1 AND person_id = $2 "
    "ON CONFLICT (group_id, person_id) DO UPDATE SET how_soon = $3"};

void choose(sql::Transaction& transaction, PersonId person, GroupId group, HowSoon how_soon) {
    transaction.run(upsert_choice, group, person, stored(how_soon));
}

static Times read_times(sql::Row const& row) {
    return {row.id<Person>(0), row.time(1), row.time(2), row.time(3), row.time(4), row.time(5)};
}

#define KITH_TIMES "SELECT person_id, next_daily_at, daily_from, next_weekly_at, weekly_from, told_at FROM reach_times "
static sql::Statement const select_times{KITH_TIMES "WHERE person_id = $1"};
static sql::Statement const select_daily{KITH_TIMES "WHERE next_daily_at <= $1 ORDER BY next_daily_at LIMIT $2"};
static sql::Statement const select_weekly{KITH_TIMES "WHERE next_weekly_at <= $1 ORDER BY next_weekly_at LIMIT $2"};
#undef KITH_TIMES

std::optional<Times> times_of(sql::Transaction& transaction, PersonId person) {
    return transaction.one(select_times, read_times, person);
}

std::vector<Times> due_daily(sql::Transaction& transaction, Time now, std::size_t most) {
    return transaction.all(select_daily, read_times, now, most);
}

std::vector<Times> due_weekly(sql::Transaction& transaction, Time now, std::size_t most) {
    return transaction.all(select_weekly, read_times, now, most);
}

static sql::Statement const upsert_times{
    "INSERT INTO reach_times (person_id, next_daily_at, daily_from, next_weekly_at, weekly_from, told_at) "
    "VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (person_id) DO UPDATE SET next_daily_at = $2, daily_from = $3, "
    "next_weekly_at = $4, weekly_from = $5, told_at = $6"};

void keep_times(sql::Transaction& transaction, Times const& times) {
    transaction.run(upsert_times, times.person, times.next_daily, times.daily_from, times.next_weekly,
                    times.weekly_from, times.told);
}

static sql::Statement const select_fresh{
    "SELECT reach_waiting.notice_id, reach_waiting.person_id, COALESCE(reach_choices.how_soon, ''), "
    "EXISTS (SELECT 1 FROM memberships WHERE memberships.group_id = reach_waiting.group_id "
    " AND memberships.person_id = reach_waiting.person_id) "
    "FROM reach_waiting LEFT JOIN reach_choices ON reach_choices.group_id = reach_waiting.group_id "
    " AND reach_choices.person_id = reach_waiting.person_id "
    "WHERE reach_waiting.due_at IS NULL ORDER BY reach_waiting.notice_id LIMIT $1"};

std::vector<Fresh> fresh(sql::Transaction& transaction, std::size_t most) {
    return transaction.all(
        select_fresh,
        [](sql::Row const& row) {
            return Fresh{row.id<Notice>(0), row.id<Person>(1), row.flag(3) ? read_how_soon(row, 2) : HowSoon::at_once};
        },
        most);
}

static sql::Statement const update_due{"UPDATE reach_waiting SET due_at = $2 WHERE notice_id = $1"};
static sql::Statement const delete_waiting{"DELETE FROM reach_waiting WHERE notice_id = $1"};
static sql::Statement const update_fresh{"UPDATE reach_waiting SET due_at = NULL WHERE person_id = $1"};

void set_due(sql::Transaction& transaction, NoticeId notice, Time due) { transaction.run(update_due, notice, due); }
void drop(sql::Transaction& transaction, NoticeId notice) { transaction.run(delete_waiting, notice); }
void make_fresh(sql::Transaction& transaction, PersonId person) { transaction.run(update_fresh, person); }

static sql::Statement const select_due{"SELECT DISTINCT person_id FROM reach_waiting WHERE due_at <= $1 LIMIT $2"};

std::vector<PersonId> due_at_once(sql::Transaction& transaction, Time now, std::size_t most) {
    return transaction.all(select_due, [](sql::Row const& row) { return row.id<Person>(0); }, now, most);
}

static sql::Statement const update_due_of_person{
    "UPDATE reach_waiting SET due_at = $2 WHERE person_id = $1 AND due_at IS NOT NULL"};

void put_off(sql::Transaction& transaction, PersonId person, Time due) {
    transaction.run(update_due_of_person, person, due);
}

static void count_kind(Counts& counts, sql::Row const& row) {
    if (auto const kind = notice_kind_from(row.text(0)))
        counts[sort_of(*kind)] += row.integer(1);
    else
        counts[Sort::others] += row.integer(1);
}

static sql::Statement const count_waiting{
    "SELECT notices.kind, count(*) FROM reach_waiting JOIN notices ON notices.id = reach_waiting.notice_id "
    "WHERE reach_waiting.person_id = $1 AND reach_waiting.due_at IS NOT NULL AND notices.read_at IS NULL "
    "GROUP BY notices.kind"};
static sql::Statement const delete_told{"DELETE FROM reach_waiting WHERE person_id = $1 AND due_at IS NOT NULL"};

Counts take_waiting(sql::Transaction& transaction, PersonId person) {
    Counts counts;
    (void)transaction.all(count_waiting, [&](sql::Row const& row) { return count_kind(counts, row), true; }, person);
    transaction.run(delete_told, person);
    return counts;
}

static sql::Statement const count_notices_since{
    "SELECT notices.kind, count(*) FROM notices JOIN memberships ON memberships.group_id = notices.group_id "
    " AND memberships.person_id = notices.person_id LEFT JOIN reach_choices "
    " ON reach_choices.group_id = notices.group_id AND reach_choices.person_id = notices.person_id "
    "WHERE notices.person_id = $1 AND notices.read_at IS NULL AND notices.told_at >= $3 AND notices.told_at < $5 "
    "AND COALESCE(reach_choices.how_soon, $4) = $2 GROUP BY notices.kind"};

// What changed last is found by its index; what was written is among it.
static sql::Statement const count_posts_since{
    "SELECT count(*) FROM memberships JOIN posts ON posts.group_id = memberships.group_id LEFT JOIN reach_choices "
    " ON reach_choices.group_id = memberships.group_id AND reach_choices.person_id = memberships.person_id "
    "LEFT JOIN visits ON visits.group_id = memberships.group_id AND visits.person_id = memberships.person_id "
    "WHERE memberships.person_id = $1 AND COALESCE(reach_choices.how_soon, $4) = $2 "
    "AND posts.changed_sequence > COALESCE(visits.seen_sequence, 0) "
    "AND posts.sequence > COALESCE(visits.seen_sequence, 0) AND posts.written_at >= $3 AND posts.written_at < $5 "
    "AND (posts.author_id IS NULL OR posts.author_id <> $1) "
    "AND NOT EXISTS (SELECT 1 FROM pens WHERE pens.id = posts.pen_id AND pens.person_id = $1) "
    "AND NOT EXISTS (SELECT 1 FROM withdrawals WHERE withdrawals.post_id = posts.id) "
    "AND NOT EXISTS (SELECT 1 FROM hidings WHERE hidings.post_id = posts.id)"};

Counts unseen(sql::Transaction& transaction, PersonId person, HowSoon how_soon, Span span) {
    Counts counts;
    (void)transaction.all(
        count_notices_since, [&](sql::Row const& row) { return count_kind(counts, row), true; }, person,
        stored(how_soon), span.first, stored(how_soon_by_default), span.end);
    counts[Sort::posts] = transaction
                              .one(
                                  count_posts_since, [](sql::Row const& row) { return row.integer(0); }, person,
                                  stored(how_soon), span.first, stored(how_soon_by_default), span.end)
                              .value_or(0);
    return counts;
}

static sql::Statement const select_anything{
    "SELECT 1 WHERE EXISTS (SELECT 1 FROM reach_waiting WHERE due_at IS NULL) "
    "OR EXISTS (SELECT 1 FROM reach_waiting WHERE due_at <= $1) "
    "OR EXISTS (SELECT 1 FROM reach_times WHERE next_daily_at <= $1) "
    "OR EXISTS (SELECT 1 FROM reach_times WHERE next_weekly_at <= $1)"};

bool anything_to_plan(sql::Transaction& transaction, Time now) { return transaction.any(select_anything, now); }

}  // namespace kith::reach
