#include "domain/breaches/store.hpp"

namespace kith::breaches {

#define KITH_BREACH_COLUMNS                                                                     \
    "SELECT breaches.id, breaches.group_id, breaches.post_id, people.name, breaches.known_at, " \
    "breaches.begun_at, breaches.members, breaches.seen, breaches.facts, breach_ends.outcome, " \
    "breach_ends.ended_at FROM breaches LEFT JOIN people ON people.id = breaches.begun_by "     \
    "LEFT JOIN breach_ends ON breach_ends.breach_id = breaches.id "

static Breach read_breach(sql::Row const& row) {
    Breach breach;
    breach.id = row.id<Breach>(0);
    breach.group = row.id<Group>(1);
    breach.post = row.id<Post>(2);
    breach.begun_by = row.string(3);
    breach.known_at = row.time(4);
    breach.begun_at = row.time(5);
    breach.members = row.integer(6);
    breach.seen = row.integer(7);
    breach.facts = row.string(8);
    breach.outcome = value_named(breach_outcomes, row.text(9));
    breach.ended_at = row.maybe_time(10);
    return breach;
}

static sql::Statement const insert_breach{
    "INSERT INTO breaches (id, group_id, post_id, begun_by, known_at, begun_at, members, seen, facts) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"};
static sql::Statement const select_of_member{
    KITH_BREACH_COLUMNS
    "WHERE breaches.id = $1 AND EXISTS (SELECT 1 FROM memberships "
    "WHERE memberships.group_id = breaches.group_id AND memberships.person_id = $2)"};
static sql::Statement const select_of_group{KITH_BREACH_COLUMNS
                                            "WHERE breaches.group_id = $1 ORDER BY breaches.id DESC"};

#undef KITH_BREACH_COLUMNS

void add(sql::Transaction& transaction, Breach const& breach, PersonId by) {
    transaction.run(insert_breach, breach.id, breach.group, breach.post, by, breach.known_at, breach.begun_at,
                    breach.members, breach.seen, breach.facts);
}

std::optional<Breach> find_of_member(sql::Transaction& transaction, BreachId id, PersonId member) {
    return transaction.one(select_of_member, read_breach, id, member);
}

std::vector<Breach> of_group(sql::Transaction& transaction, GroupId group) {
    return transaction.all(select_of_group, read_breach, group);
}

static sql::Statement const upsert_hiding{
    "INSERT INTO hidings (post_id, group_id, hidden_by, reason, hidden_at, quarantined) "
    "VALUES ($1, $2, $3, 'Out of sight while facilitators look into it.', $4, 1) "
    "ON CONFLICT (post_id) DO UPDATE SET quarantined = 1 WHERE hidings.quarantined = 0"};

bool put_out_of_sight(sql::Transaction& transaction, Post const& post, PersonId by, Time now) {
    return transaction.run(upsert_hiding, post.id, post.group, by, now) == 1;
}

static sql::Statement const select_visits{
    "SELECT memberships.person_id, people.name, visits.seen_sequence, visits.seen_at FROM memberships "
    "JOIN people ON people.id = memberships.person_id "
    "LEFT JOIN visits ON visits.group_id = memberships.group_id AND visits.person_id = memberships.person_id "
    "WHERE memberships.group_id = $1 ORDER BY people.name, people.id"};

std::vector<Reader> who_may_have_seen(sql::Transaction& transaction, Post const& post) {
    auto all = transaction.all(
        select_visits,
        [&](sql::Row const& row) {
            Reader reader{row.id<Person>(0), row.string(1), std::nullopt};
            if (row.is_null(2)) return reader;
            if (row.integer(2) >= post.sequence)
                reader.how = SeenHow::opened;
            else if (row.time(3) >= post.written_at)
                reader.how = SeenHow::here;
            return reader;
        },
        post.group);
    // Whoever wrote under a pen stays on the list: who is missing would be who wrote it.
    std::erase_if(all, [&](Reader const& reader) { return reader.person == post.author; });
    return all;
}

static sql::Statement const insert_seen{
    "INSERT INTO breach_seen (breach_id, group_id, person_id, how) VALUES ($1, $2, $3, $4)"};
static sql::Statement const select_seen{
    "SELECT breach_seen.person_id, people.name, breach_seen.how FROM breach_seen "
    "JOIN people ON people.id = breach_seen.person_id WHERE breach_seen.breach_id = $1 "
    "ORDER BY people.name, people.id"};
static sql::Statement const delete_seen{"DELETE FROM breach_seen WHERE breach_id = $1"};

void keep_seen(sql::Transaction& transaction, Breach const& breach, std::vector<Reader> const& readers) {
    for (auto const& reader : readers)
        if (reader.how)
            transaction.run(insert_seen, breach.id, breach.group, reader.person, named(ways_seen, *reader.how).stored);
}

std::vector<Reader> seen_by(sql::Transaction& transaction, BreachId id) {
    return transaction.all(
        select_seen,
        [](sql::Row const& row) {
            return Reader{row.id<Person>(0), row.string(1), value_named(ways_seen, row.text(2))};
        },
        id);
}

static sql::Statement const update_facts{"UPDATE breaches SET facts = $2 WHERE id = $1"};

void set_facts(sql::Transaction& transaction, BreachId id, std::string_view facts) {
    transaction.run(update_facts, id, facts);
}

static sql::Statement const insert_step{
    "INSERT INTO breach_steps (breach_id, group_id, step, done_by, done_at) VALUES ($1, $2, $3, $4, $5) "
    "ON CONFLICT DO NOTHING"};
static sql::Statement const select_steps{
    "SELECT breach_steps.step, people.name, breach_steps.done_at FROM breach_steps "
    "LEFT JOIN people ON people.id = breach_steps.done_by WHERE breach_steps.breach_id = $1 "
    "ORDER BY breach_steps.done_at, breach_steps.step"};

bool add_step(sql::Transaction& transaction, Breach const& breach, BreachStep step, PersonId by, Time now) {
    return transaction.run(insert_step, breach.id, breach.group, named(breach_steps, step).stored, by, now) == 1;
}

std::vector<StepDone> steps_of(sql::Transaction& transaction, BreachId id) {
    return transaction.all(
        select_steps,
        [](sql::Row const& row) {
            return StepDone{value_named(breach_steps, row.text(0)).value_or(BreachStep::told_writer), row.string(1),
                            row.time(2)};
        },
        id);
}

static sql::Statement const insert_end{
    "INSERT INTO breach_ends (breach_id, group_id, outcome, ended_by, ended_at) VALUES ($1, $2, $3, $4, $5) "
    "ON CONFLICT DO NOTHING"};

bool end(sql::Transaction& transaction, Breach const& breach, BreachOutcome outcome, PersonId by, Time now) {
    if (transaction.run(insert_end, breach.id, breach.group, named(breach_outcomes, outcome).stored, by, now) == 0)
        return false;
    transaction.run(delete_seen, breach.id);
    return true;
}

}  // namespace kith::breaches
