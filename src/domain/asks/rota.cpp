#include "domain/asks/rota.hpp"

namespace kith::rota {

#define KITH_TURN_COLUMNS                                                                                 \
    "rota_turns.id, rota_turns.group_id, rota_turns.person_id, rota_turns.from_at, rota_turns.until_at, " \
    "rota_swaps.takes_one_back "

static Turn read_turn(sql::Row const& row) {
    return {row.id<Turn>(0), row.id<Group>(1), row.id<Person>(2), row.time(3),
            row.time(4),     !row.is_null(5),  row.flag(5)};
}

static sql::Statement const insert_turn{
    "INSERT INTO rota_turns (id, group_id, person_id, from_at, until_at) VALUES ($1, $2, $3, $4, $5)"};
static sql::Statement const delete_turn{"DELETE FROM rota_turns WHERE id = $1"};
static sql::Statement const update_holder{"UPDATE rota_turns SET person_id = $2 WHERE id = $1"};
static sql::Statement const upsert_swap{
    "INSERT INTO rota_swaps (turn_id, group_id, takes_one_back, offered_at) VALUES ($1, $2, $3, $4) "
    "ON CONFLICT (turn_id) DO UPDATE SET takes_one_back = $3"};
static sql::Statement const delete_swap{"DELETE FROM rota_swaps WHERE turn_id = $1"};
static sql::Statement const select_turn{"SELECT " KITH_TURN_COLUMNS
                                        "FROM rota_turns LEFT JOIN rota_swaps ON rota_swaps.turn_id = rota_turns.id "
                                        "WHERE rota_turns.id = $1 AND rota_turns.group_id = $2"};

void add(sql::Transaction& transaction, Turn const& turn) {
    transaction.run(insert_turn, turn.id, turn.group, turn.person, turn.from, turn.until);
}

void remove(sql::Transaction& transaction, TurnId id) { transaction.run(delete_turn, id); }

std::optional<Turn> find(sql::Transaction& transaction, GroupId group, TurnId id) {
    return transaction.one(select_turn, read_turn, id, group);
}

void hand_over(sql::Transaction& transaction, TurnId id, PersonId to) {
    transaction.run(delete_swap, id);
    transaction.run(update_holder, id, to);
}

void ask_for_swap(sql::Transaction& transaction, Turn const& turn, bool takes_one_back, Time now) {
    transaction.run(upsert_swap, turn.id, turn.group, takes_one_back, now);
}

void stop_swap(sql::Transaction& transaction, TurnId id) { transaction.run(delete_swap, id); }

static sql::Statement const select_to_come{
    "SELECT " KITH_TURN_COLUMNS
    ", people.name FROM rota_turns JOIN people ON people.id = rota_turns.person_id "
    "LEFT JOIN rota_swaps ON rota_swaps.turn_id = rota_turns.id "
    "WHERE rota_turns.group_id = $1 AND rota_turns.until_at > $2 "
    "ORDER BY rota_turns.from_at, people.name, rota_turns.id LIMIT $3"};

std::vector<Line> to_come(sql::Transaction& transaction, GroupId group, Time now) {
    return transaction.all(
        select_to_come, [](sql::Row const& row) { return Line{read_turn(row), row.string(6)}; }, group, now,
        turns_listed_max);
}

static sql::Statement const select_of_person{
    "SELECT " KITH_TURN_COLUMNS
    ", groups.name FROM rota_turns "
    "JOIN memberships ON memberships.group_id = rota_turns.group_id "
    "AND memberships.person_id = rota_turns.person_id "
    "JOIN groups ON groups.id = rota_turns.group_id "
    "LEFT JOIN rota_swaps ON rota_swaps.turn_id = rota_turns.id "
    "WHERE rota_turns.person_id = $1 AND rota_turns.until_at > $2 ORDER BY rota_turns.from_at, rota_turns.id LIMIT $3"};

std::vector<OwnLine> of_person(sql::Transaction& transaction, PersonId person, Time now) {
    return transaction.all(
        select_of_person, [](sql::Row const& row) { return OwnLine{read_turn(row), row.string(6)}; }, person, now,
        turns_listed_max);
}

#undef KITH_TURN_COLUMNS

static sql::Statement const select_overlap{
    "SELECT 1 FROM rota_turns WHERE group_id = $1 AND person_id = $2 AND from_at < $4 AND until_at > $3 LIMIT 1"};

bool overlaps(sql::Transaction& transaction, GroupId group, PersonId person, Time from, Time until) {
    return transaction.any(select_overlap, group, person, from, until);
}

static sql::Statement const select_on_duty{
    "SELECT DISTINCT rota_turns.person_id FROM rota_turns "
    "JOIN memberships ON memberships.group_id = rota_turns.group_id "
    "AND memberships.person_id = rota_turns.person_id "
    "WHERE rota_turns.group_id = $1 AND rota_turns.person_id <> $2 AND rota_turns.from_at <= $3 "
    "AND rota_turns.until_at > $3 ORDER BY rota_turns.person_id"};

std::vector<PersonId> on_duty(sql::Transaction& transaction, GroupId group, PersonId but, Time now) {
    return transaction.all(select_on_duty, [](sql::Row const& row) { return row.id<Person>(0); }, group, but, now);
}

static sql::Statement const select_next{
    "SELECT from_at FROM rota_turns WHERE group_id = $1 AND person_id <> $2 AND from_at > $3 AND from_at < $4 "
    "ORDER BY from_at LIMIT 1"};

std::optional<Time> next_turn(sql::Transaction& transaction, GroupId group, PersonId but, Time after, Time before) {
    return transaction.one(select_next, [](sql::Row const& row) { return row.time(0); }, group, but, after, before);
}

static sql::Statement const delete_of_member{"DELETE FROM rota_turns WHERE group_id = $1 AND person_id = $2"};

void forget(sql::Transaction& transaction, GroupId group, PersonId person) {
    transaction.run(delete_of_member, group, person);
}

}  // namespace kith::rota
