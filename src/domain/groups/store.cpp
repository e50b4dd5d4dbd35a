#include "domain/groups/store.hpp"

namespace kith {

std::string_view stored(Role role) { return role == Role::facilitator ? "facilitator" : "member"; }
Role role_from(std::string_view text) { return text == "facilitator" ? Role::facilitator : Role::member; }

}  // namespace kith

namespace kith::groups {

static sql::Statement const insert_group{
    "INSERT INTO groups (id, name, told_to_newcomers, vouches_needed, sequence, made_at) VALUES ($1, $2, $3, $4, 0, "
    "$5)"};

void add(sql::Transaction& transaction, Group const& group) {
    transaction.run(insert_group, group.id, group.name, group.told_to_newcomers, group.vouches_needed, group.made_at);
}

static sql::Statement const select_group{
    "SELECT id, name, told_to_newcomers, vouches_needed, sequence, made_at FROM groups WHERE id = $1"};

std::optional<Group> find(sql::Transaction& transaction, GroupId id) {
    return transaction.one(
        select_group,
        [](sql::Row const& row) {
            return Group{row.id<Group>(0), row.string(1), row.string(2), static_cast<int>(row.integer(3)),
                         row.integer(4),   row.time(5)};
        },
        id);
}

// Drafts are their writers' and hang on no group by themselves.
static sql::Statement const delete_drafts{"DELETE FROM drafts WHERE group_id = $1"};
static sql::Statement const delete_group{"DELETE FROM groups WHERE id = $1"};

void remove(sql::Transaction& transaction, GroupId id) {
    transaction.run(delete_drafts, id);
    transaction.run(delete_group, id);
}

static sql::Statement const update_group{
    "UPDATE groups SET name = $2, told_to_newcomers = $3, vouches_needed = $4 WHERE id = $1"};

void update(sql::Transaction& transaction, GroupId id, std::string_view name, std::string_view told_to_newcomers,
            int vouches_needed) {
    transaction.run(update_group, id, name, told_to_newcomers, vouches_needed);
}

static sql::Statement const advance_sequence{
    "UPDATE groups SET sequence = sequence + 1 WHERE id = $1 RETURNING sequence"};

std::int64_t next_sequence(sql::Transaction& transaction, GroupId id) {
    return transaction.one(advance_sequence, [](sql::Row const& row) { return row.integer(0); }, id).value_or(0);
}

static sql::Statement const insert_membership{
    "INSERT INTO memberships (group_id, person_id, role, capacity, invited_by, joined_at, shows_presence) "
    "VALUES ($1, $2, $3, $4, $5, $6, 0) ON CONFLICT DO NOTHING"};

void add_member(sql::Transaction& transaction, GroupId group, PersonId person, Role role, Capacity capacity,
                std::optional<PersonId> invited_by, Time now) {
    transaction.run(insert_membership, group, person, stored(role), stored(capacity), invited_by, now);
}

static sql::Statement const update_role{"UPDATE memberships SET role = $3 WHERE group_id = $1 AND person_id = $2"};

void set_role(sql::Transaction& transaction, GroupId group, PersonId person, Role role) {
    transaction.run(update_role, group, person, stored(role));
}

static sql::Statement const update_presence{
    "UPDATE memberships SET shows_presence = $3 WHERE group_id = $1 AND person_id = $2"};

void set_presence(sql::Transaction& transaction, GroupId group, PersonId person, bool shows) {
    transaction.run(update_presence, group, person, shows);
}

static sql::Statement const delete_membership{"DELETE FROM memberships WHERE group_id = $1 AND person_id = $2"};

bool remove_member(sql::Transaction& transaction, GroupId group, PersonId person) {
    return transaction.run(delete_membership, group, person) == 1;
}

static sql::Statement const select_membership{
    "SELECT groups.id, groups.name, groups.told_to_newcomers, groups.vouches_needed, groups.sequence, groups.made_at, "
    "memberships.role, memberships.capacity, memberships.joined_at, memberships.shows_presence, "
    "(SELECT MAX(version) FROM agreements WHERE agreements.group_id = groups.id), "
    "(SELECT MAX(version) FROM acceptances WHERE acceptances.group_id = groups.id "
    " AND acceptances.person_id = memberships.person_id) "
    "FROM memberships JOIN groups ON groups.id = memberships.group_id "
    "WHERE memberships.group_id = $1 AND memberships.person_id = $2"};

std::optional<Membership> find_membership(sql::Transaction& transaction, GroupId group, PersonId person) {
    return transaction.one(
        select_membership,
        [&](sql::Row const& row) {
            Membership found;
            found.group = {row.id<Group>(0), row.string(1), row.string(2), static_cast<int>(row.integer(3)),
                           row.integer(4),   row.time(5)};
            found.person = person;
            found.role = role_from(row.text(6));
            found.capacity = capacity_from(row.text(7)).value_or(Capacity::practitioner);
            found.joined_at = row.time(8);
            found.shows_presence = row.flag(9);
            found.agreement_version = row.integer(10);
            found.accepted_version = row.integer(11);
            return found;
        },
        group, person);
}

static sql::Statement const select_of_person{
    "SELECT groups.id, groups.name, memberships.role, "
    "groups.sequence > COALESCE((SELECT seen_sequence FROM visits WHERE visits.group_id = groups.id "
    " AND visits.person_id = memberships.person_id), 0) "
    "FROM memberships JOIN groups ON groups.id = memberships.group_id "
    "WHERE memberships.person_id = $1 ORDER BY groups.name, groups.id"};

std::vector<Listed> of_person(sql::Transaction& transaction, PersonId person) {
    return transaction.all(
        select_of_person,
        [](sql::Row const& row) {
            return Listed{row.id<Group>(0), row.string(1), role_from(row.text(2)), row.flag(3)};
        },
        person);
}

static sql::Statement const select_members{
    "SELECT people.id, people.name, memberships.capacity, memberships.role, memberships.joined_at, "
    "memberships.shows_presence, "
    "(SELECT MAX(version) FROM acceptances WHERE acceptances.group_id = memberships.group_id "
    " AND acceptances.person_id = memberships.person_id) "
    "FROM memberships JOIN people ON people.id = memberships.person_id "
    "WHERE memberships.group_id = $1 ORDER BY people.name, people.id"};

std::vector<MemberLine> members(sql::Transaction& transaction, GroupId group) {
    return transaction.all(
        select_members,
        [](sql::Row const& row) {
            return MemberLine{
                row.id<Person>(0),      row.string(1), capacity_from(row.text(2)).value_or(Capacity::practitioner),
                role_from(row.text(3)), row.time(4),   row.flag(5),
                row.integer(6)};
        },
        group);
}

// Counts no further than it must.
static sql::Statement const select_alone{
    "SELECT (SELECT COUNT(*) FROM (SELECT 1 FROM memberships WHERE group_id = $1 LIMIT 2) AS some_members), "
    "(SELECT COUNT(*) FROM (SELECT 1 FROM memberships WHERE group_id = $1 AND role = 'facilitator' LIMIT 2) "
    " AS some_facilitators)"};

bool facilitates_alone(sql::Transaction& transaction, GroupId group) {
    return transaction.one(
                          select_alone, [](sql::Row const& row) { return row.integer(1) < row.integer(0); }, group)
        .value_or(false);
}

static sql::Statement const select_inviters{
    "SELECT memberships.person_id, people.name FROM memberships JOIN people ON people.id = memberships.invited_by "
    "WHERE memberships.group_id = $1"};

std::vector<InvitedBy> inviters(sql::Transaction& transaction, GroupId group) {
    return transaction.all(
        select_inviters, [](sql::Row const& row) { return InvitedBy{row.id<Person>(0), row.string(1)}; }, group);
}

static sql::Statement const select_asked{
    "SELECT admissions.id, groups.name, admissions.submitted_at FROM admissions "
    "JOIN groups ON groups.id = admissions.group_id WHERE admissions.person_id = $1 "
    "AND NOT EXISTS (SELECT 1 FROM admission_withdrawals WHERE admission_withdrawals.admission_id = admissions.id) "
    "AND NOT EXISTS (SELECT 1 FROM admission_decisions WHERE admission_decisions.admission_id = admissions.id "
    " AND admission_decisions.outcome = 'admitted') ORDER BY admissions.begun_at, admissions.id"};

std::vector<Asked> asked_by(sql::Transaction& transaction, PersonId person) {
    return transaction.all(
        select_asked, [](sql::Row const& row) { return Asked{row.id<Admission>(0), row.string(1), !row.is_null(2)}; },
        person);
}

static sql::Statement const count_waiting{
    "SELECT COUNT(*) FROM admissions WHERE group_id = $1 AND submitted_at IS NOT NULL "
    "AND NOT EXISTS (SELECT 1 FROM admission_decisions WHERE admission_decisions.admission_id = admissions.id) "
    "AND NOT EXISTS (SELECT 1 FROM admission_withdrawals WHERE admission_withdrawals.admission_id = admissions.id)"};

std::int64_t waiting_newcomers(sql::Transaction& transaction, GroupId group) {
    return transaction.one(count_waiting, [](sql::Row const& row) { return row.integer(0); }, group).value_or(0);
}

static sql::Statement const insert_topic{"INSERT INTO topics (id, group_id, name, made_at) VALUES ($1, $2, $3, $4)"};

void add_topic(sql::Transaction& transaction, GroupId group, TopicId id, std::string_view name, Time now) {
    transaction.run(insert_topic, id, group, name, now);
}

static sql::Statement const select_topics{"SELECT id, name FROM topics WHERE group_id = $1 ORDER BY name, id"};

std::vector<TopicLine> topics(sql::Transaction& transaction, GroupId group) {
    return transaction.all(
        select_topics, [](sql::Row const& row) { return TopicLine{row.id<Topic>(0), row.string(1)}; }, group);
}

static sql::Statement const select_visit{
    "SELECT before_sequence, seen_sequence, seen_at FROM visits WHERE group_id = $1 AND person_id = $2"};

std::optional<Visit> find_visit(sql::Transaction& transaction, GroupId group, PersonId person) {
    return transaction.one(
        select_visit, [](sql::Row const& row) { return Visit{row.integer(0), row.integer(1), row.time(2)}; }, group,
        person);
}

static sql::Statement const upsert_visit{
    "INSERT INTO visits (group_id, person_id, before_sequence, seen_sequence, seen_at) VALUES ($1, $2, $3, $4, $5) "
    "ON CONFLICT (group_id, person_id) DO UPDATE SET before_sequence = $3, seen_sequence = $4, seen_at = $5"};

void keep_visit(sql::Transaction& transaction, GroupId group, PersonId person, Visit const& visit) {
    transaction.run(upsert_visit, group, person, visit.before_sequence, visit.seen_sequence, visit.seen_at);
}

}  // namespace kith::groups
