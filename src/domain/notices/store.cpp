#include "domain/notices/store.hpp"

#include <algorithm>
#include <array>

#include "base/named.hpp"
#include "domain/pens/pen.hpp"

namespace kith {

namespace {

constexpr std::array kinds{
    Named{NoticeKind::mention, "mention"},
    Named{NoticeKind::answer, "answer"},
    Named{NoticeKind::support, "support"},
    Named{NoticeKind::vouch_asked, "vouch_asked"},
    Named{NoticeKind::admission_ready, "admission_ready"},
    Named{NoticeKind::admitted, "admitted"},
    Named{NoticeKind::admission_word, "admission_word"},
    Named{NoticeKind::report, "report"},
    Named{NoticeKind::agreement_changed, "agreement_changed"},
    Named{NoticeKind::message, "message"},
    Named{NoticeKind::ask, "ask"},
    Named{NoticeKind::ask_reminder, "ask_reminder"},
    Named{NoticeKind::ask_on_duty, "ask_on_duty"},
    Named{NoticeKind::ask_offer, "ask_offer"},
    Named{NoticeKind::ask_lapsed, "ask_lapsed"},
    Named{NoticeKind::ask_helped, "ask_helped"},
    Named{NoticeKind::pen_opening_asked, "pen_opening_asked"},
    Named{NoticeKind::pen_opened, "pen_opened"},
    Named{NoticeKind::glass_asked, "glass_asked"},
    Named{NoticeKind::glass_broken, "glass_broken"},
    Named{NoticeKind::glass_ended, "glass_ended"},
    Named{NoticeKind::breach, "breach"},
    Named{NoticeKind::turn_taken, "turn_taken"},
    Named{NoticeKind::held_came_back, "held_came_back"},
    Named{NoticeKind::recovery, "recovery"},
};

}  // namespace

std::string_view stored(NoticeKind kind) { return named(kinds, kind).stored; }

std::optional<NoticeKind> notice_kind_from(std::string_view text) { return value_named(kinds, text); }

}  // namespace kith

namespace kith::notices {

// The membership is asked in the statement itself: who left a moment ago is told nothing.
static sql::Statement const insert_about_thread{
    "INSERT INTO notices (id, person_id, group_id, kind, post_id, admission_id, told_at, read_at) "
    "SELECT $1, memberships.person_id, memberships.group_id, CAST($4 AS TEXT), $5, NULL, $6, NULL FROM memberships "
    "WHERE memberships.person_id = $2 AND memberships.group_id = $3 AND NOT EXISTS ("
    " SELECT 1 FROM notices JOIN posts ON posts.id = notices.post_id WHERE notices.person_id = $2 "
    " AND notices.read_at IS NULL AND notices.kind = $4 AND notices.kind <> 'pen_opened' "
    " AND (posts.id = $7 OR posts.thread_id = $7))"};

static sql::Statement const insert_about_group{
    "INSERT INTO notices (id, person_id, group_id, kind, post_id, admission_id, told_at, read_at) "
    "SELECT $1, memberships.person_id, memberships.group_id, CAST($4 AS TEXT), NULL, NULL, $5, NULL FROM memberships "
    "WHERE memberships.person_id = $2 AND memberships.group_id = $3 AND NOT EXISTS ("
    " SELECT 1 FROM notices WHERE notices.person_id = $2 AND notices.read_at IS NULL AND notices.kind = $4 "
    " AND notices.group_id = $3)"};

static sql::Statement const insert_about_admission{
    "INSERT INTO notices (id, person_id, group_id, kind, post_id, admission_id, told_at, read_at) "
    "SELECT $1, memberships.person_id, memberships.group_id, CAST($4 AS TEXT), NULL, $5, $6, NULL FROM memberships "
    "WHERE memberships.person_id = $2 AND memberships.group_id = $3 AND NOT EXISTS ("
    " SELECT 1 FROM notices WHERE notices.person_id = $2 AND notices.read_at IS NULL AND notices.kind = $4 "
    " AND notices.admission_id = $5)"};

static sql::Statement const insert_about_ask{
    "INSERT INTO notices (id, person_id, group_id, kind, post_id, admission_id, ask_id, told_at, read_at) "
    "SELECT $1, memberships.person_id, memberships.group_id, CAST($4 AS TEXT), NULL, NULL, $5, $6, NULL "
    "FROM memberships "
    "WHERE memberships.person_id = $2 AND memberships.group_id = $3 AND NOT EXISTS ("
    " SELECT 1 FROM notices WHERE notices.person_id = $2 AND notices.read_at IS NULL AND notices.kind = $4 "
    " AND notices.ask_id = $5)"};

// Whoever is told here may be told outside as well, if they wish: domain/reach takes it from this row.
static sql::Statement const insert_waiting{
    "INSERT INTO reach_waiting (notice_id, person_id, group_id, due_at) "
    "SELECT id, person_id, group_id, NULL FROM notices WHERE id = $1"};

void tell_member(sql::Transaction& transaction, PersonId person, GroupId group, NoticeKind kind, About const& about,
                 Time now) {
    // The id is seen: from what stands under a pen it begins with the hour alone, in the order of the hours.
    auto const id = NoticeId::ordered(about.under_pen ? as_told(now) : now);
    auto const told = [&] {
        if (about.post)
            return transaction.run(insert_about_thread, id, person, group, stored(kind), *about.post, now,
                                   about.thread.value_or(*about.post));
        if (about.admission)
            return transaction.run(insert_about_admission, id, person, group, stored(kind), *about.admission, now);
        if (about.ask) return transaction.run(insert_about_ask, id, person, group, stored(kind), *about.ask, now);
        return transaction.run(insert_about_group, id, person, group, stored(kind), now);
    }();
    if (told > 0) transaction.run(insert_waiting, id);
}

static sql::Statement const insert_for_newcomer{
    "INSERT INTO notices (id, person_id, group_id, kind, post_id, admission_id, told_at, read_at) "
    "SELECT $1, admissions.person_id, admissions.group_id, CAST($4 AS TEXT), NULL, admissions.id, $6, NULL "
    "FROM admissions WHERE admissions.id = $5 AND admissions.person_id = $2 AND admissions.group_id = $3"};

void tell_newcomer(sql::Transaction& transaction, PersonId person, GroupId group, NoticeKind kind,
                   AdmissionId admission, Time now) {
    auto const id = NoticeId::ordered(now);
    if (transaction.run(insert_for_newcomer, id, person, group, stored(kind), admission, now) > 0)
        transaction.run(insert_waiting, id);
}

static sql::Statement const insert_about_conversation{
    "INSERT INTO notices (id, person_id, group_id, kind, post_id, admission_id, told_at, read_at, conversation_id) "
    "SELECT $1, memberships.person_id, memberships.group_id, CAST($4 AS TEXT), NULL, NULL, $5, NULL, $6 "
    "FROM memberships WHERE memberships.person_id = $2 AND memberships.group_id = $3 AND NOT EXISTS ("
    " SELECT 1 FROM notices WHERE notices.person_id = $2 AND notices.read_at IS NULL AND notices.kind = $4 "
    " AND notices.conversation_id = $6)"};

void tell_hearer(sql::Transaction& transaction, Hearer const& hearer, ConversationId conversation, Time now) {
    auto const id = NoticeId::ordered(now);
    if (transaction.run(insert_about_conversation, id, hearer.person, hearer.group, stored(NoticeKind::message), now,
                        conversation) > 0)
        transaction.run(insert_waiting, id);
}

static sql::Statement const select_hearers{
    "SELECT seats.person_id, (SELECT theirs.group_id FROM memberships AS theirs JOIN memberships AS mine "
    " ON mine.group_id = theirs.group_id WHERE mine.person_id = $2 AND theirs.person_id = seats.person_id "
    " ORDER BY theirs.group_id LIMIT 1) FROM seats WHERE seats.conversation_id = $1 AND seats.person_id <> $2 "
    "AND seats.until_sequence IS NULL AND seats.muted = 0 ORDER BY seats.person_id"};

std::vector<Hearer> hearers(sql::Transaction& transaction, ConversationId conversation, PersonId writer) {
    return transaction.all(
        select_hearers, [](sql::Row const& row) { return Hearer{row.id<Person>(0), row.id<Group>(1)}; }, conversation,
        writer);
}

// The group comes by way of the membership, so its name is there for members alone. What a newcomer is told of
// their own admission stays, without a name.
#define KITH_NOTICE_COLUMNS                                                                                       \
    "SELECT notices.id, notices.person_id, notices.group_id, notices.kind, notices.post_id, "                     \
    "notices.admission_id, groups.name, notices.told_at, notices.read_at, "                                       \
    "EXISTS (SELECT 1 FROM admissions WHERE admissions.id = notices.admission_id "                                \
    " AND NOT EXISTS (SELECT 1 FROM admission_decisions WHERE admission_decisions.admission_id = admissions.id) " \
    " AND NOT EXISTS (SELECT 1 FROM admission_withdrawals "                                                       \
    "  WHERE admission_withdrawals.admission_id = admissions.id)), notices.conversation_id, notices.ask_id, "     \
    "CASE WHEN post.pen_id IS NULL AND ask.pen_id IS NULL THEN 0 ELSE 1 END "                                     \
    "FROM notices "                                                                                               \
    "LEFT JOIN memberships ON memberships.group_id = notices.group_id "                                           \
    " AND memberships.person_id = notices.person_id "                                                             \
    "LEFT JOIN posts AS post ON post.id = notices.post_id LEFT JOIN asks AS ask ON ask.id = notices.ask_id "      \
    "LEFT JOIN groups ON groups.id = memberships.group_id "                                                       \
    "WHERE notices.person_id = $1 AND (memberships.person_id IS NOT NULL OR notices.kind = 'admission_word') "

static Notice read_notice(sql::Row const& row) {
    Notice notice;
    notice.id = row.id<Notice>(0);
    notice.person = row.id<Person>(1);
    notice.group = row.id<Group>(2);
    notice.kind = notice_kind_from(row.text(3)).value_or(NoticeKind::mention);
    notice.post = row.maybe_id<Post>(4);
    notice.admission = row.maybe_id<Admission>(5);
    notice.group_name = row.string(6);
    notice.told_at = row.time(7);
    notice.read = !row.is_null(8);
    notice.admission_waits = row.flag(9);
    notice.conversation = row.maybe_id<Conversation>(10);
    notice.ask = row.maybe_id<Ask>(11);
    // Of what stands under a pen no moment is told that is sharper than the hour.
    if (row.flag(12)) notice.told_at = as_told(notice.told_at);
    return notice;
}

static sql::Statement const select_one{KITH_NOTICE_COLUMNS "AND notices.id = $2"};

std::optional<Notice> find(sql::Transaction& transaction, PersonId person, NoticeId id) {
    return transaction.one(select_one, read_notice, person, id);
}

static sql::Statement const update_read{
    "UPDATE notices SET read_at = $3 WHERE person_id = $1 AND id = $2 AND read_at IS NULL"};

void mark_read(sql::Transaction& transaction, PersonId person, NoticeId id, Time now) {
    transaction.run(update_read, person, id, now);
}

static sql::Statement const update_all_read{"UPDATE notices SET read_at = $2 WHERE person_id = $1 AND read_at IS NULL"};

void mark_all_read(sql::Transaction& transaction, PersonId person, Time now) {
    transaction.run(update_all_read, person, now);
}

static sql::Statement const update_admission_read{
    "UPDATE notices SET read_at = $3 WHERE group_id = (SELECT group_id FROM admissions WHERE id = $1) "
    "AND admission_id = $1 AND read_at IS NULL AND (kind = $2 OR kind = $4)"};

void close_admission(sql::Transaction& transaction, AdmissionId admission, Time now) {
    transaction.run(update_admission_read, admission, stored(NoticeKind::vouch_asked), now,
                    stored(NoticeKind::admission_ready));
}

static sql::Statement const delete_about_ask_of{
    "DELETE FROM notices WHERE ask_id = $2 AND person_id = $1 AND kind IN ('ask', 'ask_reminder', 'ask_on_duty')"};
static sql::Statement const delete_about_ask{
    "DELETE FROM notices WHERE ask_id = $1 AND kind IN ('ask', 'ask_reminder', 'ask_on_duty')"};

void forget_ask(sql::Transaction& transaction, PersonId person, AskId ask) {
    transaction.run(delete_about_ask_of, person, ask);
}

void forget_ask(sql::Transaction& transaction, AskId ask) { transaction.run(delete_about_ask, ask); }

static sql::Statement const delete_of_member{"DELETE FROM notices WHERE group_id = $1 AND person_id = $2"};

void forget(sql::Transaction& transaction, GroupId group, PersonId person) {
    transaction.run(delete_of_member, group, person);
}

static sql::Statement const select_newest{KITH_NOTICE_COLUMNS "ORDER BY notices.id DESC LIMIT $2"};
static sql::Statement const select_older{KITH_NOTICE_COLUMNS "AND notices.id < $3 ORDER BY notices.id DESC LIMIT $2"};
static sql::Statement const select_newer{KITH_NOTICE_COLUMNS "AND notices.id > $3 ORDER BY notices.id LIMIT $2"};

#undef KITH_NOTICE_COLUMNS

PageOf page(sql::Transaction& transaction, PersonId person, Position from) {
    bool const forward = from.side == Position::Side::newer_than;
    auto const most = notices_on_a_page;
    auto rows = from.side == Position::Side::newest
                    ? transaction.all(select_newest, read_notice, person, most + 1)
                    : transaction.all(forward ? select_newer : select_older, read_notice, person, most + 1, from.id);
    bool const more = rows.size() > most;  // one row beyond the page tells that there is more
    if (more) rows.pop_back();
    if (forward) std::ranges::reverse(rows);
    PageOf page{std::move(rows), {}, {}};
    if (page.notices.empty()) return page;
    if (forward || more) page.older = page.notices.back().id;
    if (forward ? more : from.side == Position::Side::older_than) page.newer = page.notices.front().id;
    return page;
}

static PersonId read_person(sql::Row const& row) { return row.id<Person>(0); }
static std::optional<PersonId> read_author(sql::Row const& row) { return row.maybe_id<Person>(0); }

static sql::Statement const select_author{
    "SELECT COALESCE(posts.author_id, pens.person_id) FROM posts LEFT JOIN pens ON pens.id = posts.pen_id "
    "WHERE posts.id = $1"};

std::optional<PersonId> author_of(sql::Transaction& transaction, PostId post) {
    return transaction.one(select_author, read_author, post).value_or(std::nullopt);
}

static sql::Statement const select_quoted_author{
    "SELECT COALESCE(quoted.author_id, pens.person_id) FROM posts JOIN posts AS quoted ON quoted.id = posts.quoted_id "
    "LEFT JOIN pens ON pens.id = quoted.pen_id WHERE posts.id = $1"};

std::optional<PersonId> author_quoted_by(sql::Transaction& transaction, PostId post) {
    return transaction.one(select_quoted_author, read_author, post).value_or(std::nullopt);
}

static sql::Statement const select_members{"SELECT person_id FROM memberships WHERE group_id = $1"};

std::vector<PersonId> members(sql::Transaction& transaction, GroupId group) {
    return transaction.all(select_members, read_person, group);
}

static sql::Statement const select_facilitators{
    "SELECT person_id FROM memberships WHERE group_id = $1 AND role = 'facilitator'"};

std::vector<PersonId> facilitators(sql::Transaction& transaction, GroupId group) {
    return transaction.all(select_facilitators, read_person, group);
}

static sql::Statement const select_to_ask{
    "SELECT memberships.person_id FROM memberships WHERE memberships.group_id = $1 AND NOT EXISTS ("
    " SELECT 1 FROM vouches WHERE vouches.admission_id = $2 AND vouches.voucher_id = memberships.person_id)"};

std::vector<PersonId> members_to_ask(sql::Transaction& transaction, GroupId group, AdmissionId admission) {
    return transaction.all(select_to_ask, read_person, group, admission);
}

static sql::Statement const select_vouched_enough{
    "SELECT 1 FROM admissions JOIN groups ON groups.id = admissions.group_id WHERE admissions.id = $1 "
    "AND (SELECT count(*) FROM vouches JOIN memberships ON memberships.group_id = vouches.group_id "
    " AND memberships.person_id = vouches.voucher_id WHERE vouches.admission_id = admissions.id) "
    ">= groups.vouches_needed"};

bool has_enough_vouches(sql::Transaction& transaction, AdmissionId admission) {
    return transaction.any(select_vouched_enough, admission);
}

}  // namespace kith::notices
