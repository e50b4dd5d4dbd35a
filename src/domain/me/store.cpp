#include "domain/me/store.hpp"

#include "domain/acts/log.hpp"

namespace kith::me {

static sql::Statement const update_capacity{"UPDATE memberships SET capacity = $2 WHERE person_id = $1"};

void set_capacity(sql::Transaction& transaction, PersonId person, Capacity capacity) {
    transaction.run(update_capacity, person, stored(capacity));
}

static sql::Statement const select_groups_left{
    "SELECT DISTINCT posts.group_id FROM posts WHERE posts.author_id = $1 AND NOT EXISTS ("
    " SELECT 1 FROM memberships WHERE memberships.group_id = posts.group_id AND memberships.person_id = $1) "
    "UNION SELECT pens.group_id FROM pens WHERE pens.person_id = $1 AND NOT EXISTS ("
    " SELECT 1 FROM memberships WHERE memberships.group_id = pens.group_id AND memberships.person_id = $1)"};

std::vector<GroupId> groups_with_words_left(sql::Transaction& transaction, PersonId person) {
    return transaction.all(select_groups_left, [](sql::Row const& row) { return row.id<Group>(0); }, person);
}

static sql::Statement const forget_inviter{"UPDATE memberships SET invited_by = NULL WHERE invited_by = $1"};
static sql::Statement const forget_writer{"UPDATE agreements SET written_by = NULL WHERE written_by = $1"};
static sql::Statement const forget_guest{"UPDATE invitation_ends SET used_by = NULL WHERE used_by = $1"};
static sql::Statement const forget_decider{"UPDATE admission_decisions SET decided_by = NULL WHERE decided_by = $1"};
static sql::Statement const forget_hider{"UPDATE hidings SET hidden_by = NULL WHERE hidden_by = $1"};
static sql::Statement const forget_reporter{"UPDATE reports SET reported_by = NULL WHERE reported_by = $1"};
static sql::Statement const forget_reported{"UPDATE reports SET about_id = NULL WHERE about_id = $1"};
static sql::Statement const forget_closer{"UPDATE report_closings SET closed_by = NULL WHERE closed_by = $1"};

static sql::Statement const forget_beginner{"UPDATE breaches SET begun_by = NULL WHERE begun_by = $1"};
static sql::Statement const forget_helper{"UPDATE breach_steps SET done_by = NULL WHERE done_by = $1"};
static sql::Statement const forget_ender{"UPDATE breach_ends SET ended_by = NULL WHERE ended_by = $1"};

// Under their own name; those under a pen stay, and have no asker from then on.
static sql::Statement const delete_asks{"DELETE FROM asks WHERE asker_id = $1 AND pen_id IS NULL"};

// An admission always has an inviter: from now on nobody that is.
static sql::Statement const forget_host_of_newcomer{"UPDATE admissions SET inviter_id = $2 WHERE inviter_id = $1"};

void forget_traces(sql::Transaction& transaction, PersonId person, Time now) {
    acts::forget(transaction, person, now);
    for (auto const* statement :
         {&forget_inviter, &forget_writer, &forget_guest, &forget_decider, &forget_hider, &forget_reporter,
          &forget_reported, &forget_closer, &forget_beginner, &forget_helper, &forget_ender, &delete_asks})
        transaction.run(*statement, person);
    transaction.run(forget_host_of_newcomer, person, PersonId{});
}

}  // namespace kith::me
