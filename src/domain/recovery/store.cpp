#include "domain/recovery/store.hpp"

#include "platform/crypto/token.hpp"

namespace kith::recovery {

// A day's worth of grace for what is due when the server was away.
static constexpr std::chrono::days kept_when_due{7};

static sql::Statement const insert_recovery{
    "INSERT INTO recoveries (id, person_id, code_hash, password_hash, asked_at, expires_at, due_at) "
    "VALUES ($1, (SELECT people.id FROM people WHERE people.id = $2 AND (SELECT count(*) FROM recoveries AS open "
    "WHERE open.person_id = $2 AND open.expires_at > $5) < $7), $3, $4, $5, $6, NULL)"};

void add(sql::Transaction& transaction, PersonId person, std::string_view code, std::string_view password_hash,
         Time now) {
    transaction.run(insert_recovery, RecoveryId::random(), person,
                    std::span<std::uint8_t const>{crypto::digest(crypto::plain_code(code))}, password_hash, now,
                    now + recovery_stays_open, open_recoveries_of_person_max);
}

#define KITH_RECOVERY                                                                \
    "recoveries.id, recoveries.person_id, recoveries.asked_at, recoveries.due_at, (" \
    "SELECT count(*) FROM recovery_vouches WHERE recovery_vouches.recovery_id = recoveries.id) "

static Recovery read_recovery(sql::Row const& row) {
    return {row.id<Recovery>(0), row.id<Person>(1), row.time(2), row.maybe_time(3), row.integer(4)};
}

static sql::Statement const select_open{
    "SELECT " KITH_RECOVERY
    "FROM recoveries WHERE recoveries.person_id = $1 AND recoveries.expires_at > $2 AND EXISTS (SELECT 1 FROM "
    "recovery_vouches WHERE recovery_vouches.recovery_id = recoveries.id) "
    "ORDER BY recoveries.asked_at, recoveries.id"};

std::vector<Recovery> open_of(sql::Transaction& transaction, PersonId person, Time now) {
    return transaction.all(select_open, read_recovery, person, now);
}

static sql::Statement const select_spoken{
    "SELECT " KITH_RECOVERY
    ", people.name, mine.group_id, "
    "EXISTS (SELECT 1 FROM recovery_vouches AS own WHERE own.recovery_id = recoveries.id AND own.voucher_id = $2) "
    "FROM recoveries JOIN people ON people.id = recoveries.person_id "
    "JOIN memberships AS theirs ON theirs.person_id = people.id "
    "JOIN memberships AS mine ON mine.group_id = theirs.group_id AND mine.person_id = $2 "
    "WHERE recoveries.code_hash = $1 AND recoveries.expires_at > $3 AND recoveries.person_id <> $2 "
    "AND mine.joined_at <= $4 ORDER BY mine.joined_at, mine.group_id LIMIT 1"};

#undef KITH_RECOVERY

std::optional<Spoken> find_spoken(sql::Transaction& transaction, std::string_view code, PersonId voucher, Time now) {
    return transaction.one(
        select_spoken,
        [](sql::Row const& row) { return Spoken{read_recovery(row), row.string(5), row.id<Group>(6), row.flag(7)}; },
        std::span<std::uint8_t const>{crypto::digest(crypto::plain_code(code))}, voucher, now,
        now - recovery_voucher_here_for);
}

static sql::Statement const insert_vouch{
    "INSERT INTO recovery_vouches (recovery_id, voucher_id, group_id, vouched_at) VALUES ($1, $2, $3, $4) "
    "ON CONFLICT DO NOTHING"};

bool add_vouch(sql::Transaction& transaction, RecoveryId recovery, PersonId voucher, GroupId group, Time now) {
    return transaction.run(insert_vouch, recovery, voucher, group, now) == 1;
}

static sql::Statement const count_vouches{"SELECT count(*) FROM recovery_vouches WHERE recovery_id = $1"};

std::int64_t vouches_of(sql::Transaction& transaction, RecoveryId recovery) {
    return transaction.one(count_vouches, [](sql::Row const& row) { return row.integer(0); }, recovery).value_or(0);
}

static sql::Statement const update_due{
    "UPDATE recoveries SET due_at = $2, expires_at = $3 WHERE id = $1 AND due_at IS NULL"};

void set_due(sql::Transaction& transaction, RecoveryId recovery, Time due) {
    transaction.run(update_due, recovery, due, due + kept_when_due);
}

static sql::Statement const delete_own{"DELETE FROM recoveries WHERE person_id = $1 AND id = $2"};

bool remove(sql::Transaction& transaction, PersonId person, RecoveryId recovery) {
    return transaction.run(delete_own, person, recovery) == 1;
}

static sql::Statement const delete_all{"DELETE FROM recoveries WHERE person_id = $1"};

void remove_all(sql::Transaction& transaction, PersonId person) { transaction.run(delete_all, person); }

static sql::Statement const select_due{
    "SELECT id, person_id, password_hash FROM recoveries WHERE due_at <= $1 AND person_id IS NOT NULL "
    "ORDER BY due_at, id LIMIT 20"};

std::vector<Due> due(sql::Transaction& transaction, Time now) {
    return transaction.all(
        select_due, [](sql::Row const& row) { return Due{row.id<Recovery>(0), row.id<Person>(1), row.string(2)}; },
        now);
}

static sql::Statement const delete_past{"DELETE FROM recoveries WHERE expires_at <= $1"};

void forget_past(sql::Transaction& transaction, Time now) { transaction.run(delete_past, now); }

}  // namespace kith::recovery
