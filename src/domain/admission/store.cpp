#include "domain/admission/store.hpp"

namespace kith {

std::string_view stored(Outcome outcome) { return outcome == Outcome::admitted ? "admitted" : "refused"; }

}  // namespace kith

namespace kith::admission {

static sql::Statement const insert_admission{
    "INSERT INTO admissions (id, group_id, person_id, inviter_id, capacity, begun_at, submitted_at) "
    "VALUES ($1, $2, $3, $4, $5, $6, NULL)"};

void add(sql::Transaction& transaction, Admission const& admission) {
    transaction.run(insert_admission, admission.id, admission.group, admission.person, admission.inviter,
                    stored(admission.capacity), admission.begun_at);
}

// The columns of an admission, in the order of `read_admission`. A vouch counts while its giver is a member.
#define KITH_ADMISSIONS                                                                                     \
    "SELECT admissions.id, admissions.group_id, admissions.person_id, people.name, admissions.inviter_id, " \
    "inviter.name, admissions.capacity, admissions.begun_at, admissions.submitted_at, "                     \
    "admission_decisions.outcome, decider.name, admission_decisions.reason, admission_decisions.message, "  \
    "admission_decisions.decided_at, EXISTS (SELECT 1 FROM admission_withdrawals "                          \
    " WHERE admission_withdrawals.admission_id = admissions.id), "                                          \
    "(SELECT COUNT(*) FROM vouches JOIN memberships ON memberships.group_id = vouches.group_id "            \
    " AND memberships.person_id = vouches.voucher_id WHERE vouches.admission_id = admissions.id) "          \
    "FROM admissions JOIN people ON people.id = admissions.person_id "                                      \
    "LEFT JOIN people AS inviter ON inviter.id = admissions.inviter_id "                                    \
    "LEFT JOIN admission_decisions ON admission_decisions.admission_id = admissions.id "                    \
    "LEFT JOIN people AS decider ON decider.id = admission_decisions.decided_by "

static Admission read_admission(sql::Row const& row) {
    Admission read;
    read.id = row.id<Admission>(0);
    read.group = row.id<Group>(1);
    read.person = row.id<Person>(2);
    read.name = row.string(3);
    read.inviter = row.id<Person>(4);
    read.inviter_name = row.string(5);
    read.capacity = capacity_from(row.text(6)).value_or(Capacity::practitioner);
    read.begun_at = row.time(7);
    read.submitted_at = row.maybe_time(8);
    if (!row.is_null(9))
        read.decision = Decision{row.text(9) == "admitted" ? Outcome::admitted : Outcome::refused, row.string(10),
                                 row.string(11), row.string(12), row.time(13)};
    read.withdrawn = row.flag(14);
    read.vouches = static_cast<int>(row.integer(15));
    return read;
}

static sql::Statement const select_admission{KITH_ADMISSIONS "WHERE admissions.id = $1"};

std::optional<Admission> find(sql::Transaction& transaction, AdmissionId id) {
    return transaction.one(select_admission, read_admission, id);
}

static sql::Statement const select_waiting{
    KITH_ADMISSIONS
    "WHERE admissions.group_id = $1 AND admissions.submitted_at IS NOT NULL "
    "AND admission_decisions.admission_id IS NULL AND NOT EXISTS (SELECT 1 FROM admission_withdrawals "
    " WHERE admission_withdrawals.admission_id = admissions.id) ORDER BY admissions.submitted_at, admissions.id"};

std::vector<Admission> waiting(sql::Transaction& transaction, GroupId group) {
    return transaction.all(select_waiting, read_admission, group);
}

static sql::Statement const select_refused{KITH_ADMISSIONS
                                           "WHERE admissions.group_id = $1 AND admission_decisions.outcome = 'refused' "
                                           "ORDER BY admission_decisions.decided_at DESC, admissions.id"};

std::vector<Admission> refused(sql::Transaction& transaction, GroupId group) {
    return transaction.all(select_refused, read_admission, group);
}

static sql::Statement const select_of_person{KITH_ADMISSIONS
                                             "WHERE admissions.group_id = $1 AND admissions.person_id = $2 "
                                             "ORDER BY admissions.begun_at DESC, admissions.id DESC"};

#undef KITH_ADMISSIONS

std::vector<Admission> of_person_in(sql::Transaction& transaction, GroupId group, PersonId person) {
    return transaction.all(select_of_person, read_admission, group, person);
}

static sql::Statement const update_submitted{
    "UPDATE admissions SET capacity = $2, submitted_at = $3 WHERE id = $1 AND submitted_at IS NULL"};

void submit(sql::Transaction& transaction, AdmissionId id, Capacity capacity, Time now) {
    transaction.run(update_submitted, id, stored(capacity), now);
}

static sql::Statement const delete_answers{"DELETE FROM admission_answers WHERE admission_id = $1"};
static sql::Statement const insert_withdrawal{
    "INSERT INTO admission_withdrawals (admission_id, group_id, withdrawn_at) VALUES ($1, $2, $3) "
    "ON CONFLICT DO NOTHING"};

// What they answered was for this request alone.
void withdraw(sql::Transaction& transaction, AdmissionId id, GroupId group, Time now) {
    transaction.run(insert_withdrawal, id, group, now);
    transaction.run(delete_answers, id);
}

static sql::Statement const insert_answer{
    "INSERT INTO admission_answers (admission_id, group_id, position, question, answer) VALUES ($1, $2, $3, $4, $5)"};

void set_answers(sql::Transaction& transaction, AdmissionId id, GroupId group, std::vector<Answered> const& given) {
    transaction.run(delete_answers, id);
    int position = 0;
    for (auto const& one : given) transaction.run(insert_answer, id, group, ++position, one.question, one.answer);
}

static sql::Statement const select_answers{
    "SELECT question, answer FROM admission_answers WHERE admission_id = $1 ORDER BY position"};

std::vector<Answered> answers(sql::Transaction& transaction, AdmissionId id) {
    return transaction.all(
        select_answers, [](sql::Row const& row) { return Answered{row.string(0), row.string(1)}; }, id);
}

static sql::Statement const insert_vouch{
    "INSERT INTO vouches (admission_id, group_id, voucher_id, how_known, vouched_at) VALUES ($1, $2, $3, $4, $5) "
    "ON CONFLICT DO NOTHING"};

bool add_vouch(sql::Transaction& transaction, AdmissionId id, GroupId group, PersonId by, std::string_view how_known,
               Time now) {
    return transaction.run(insert_vouch, id, group, by, how_known, now) == 1;
}

static sql::Statement const select_vouches{
    "SELECT vouches.voucher_id, people.name, vouches.how_known, vouches.vouched_at FROM vouches "
    "JOIN people ON people.id = vouches.voucher_id "
    "JOIN memberships ON memberships.group_id = vouches.group_id AND memberships.person_id = vouches.voucher_id "
    "WHERE vouches.admission_id = $1 ORDER BY vouches.vouched_at, vouches.voucher_id"};

std::vector<Vouch> vouches(sql::Transaction& transaction, AdmissionId id) {
    return transaction.all(
        select_vouches,
        [](sql::Row const& row) { return Vouch{row.id<Person>(0), row.string(1), row.string(2), row.time(3)}; }, id);
}

static sql::Statement const insert_decision{
    "INSERT INTO admission_decisions (admission_id, group_id, outcome, decided_by, reason, message, decided_at) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING"};

bool decide(sql::Transaction& transaction, Admission const& admission, Outcome outcome, PersonId by,
            std::string_view reason, std::string_view message, Time now) {
    return transaction.run(insert_decision, admission.id, admission.group, stored(outcome), by, reason, message, now) ==
           1;
}

}  // namespace kith::admission
