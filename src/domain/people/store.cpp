#include "domain/people/store.hpp"

namespace kith::people {

static sql::Statement const insert_person{
    "INSERT INTO people (id, email, name, capacity, password_hash, joined_at) "
    "VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING"};

bool add(sql::Transaction& transaction, Person const& person, std::string_view password_hash) {
    return transaction.run(insert_person, person.id, person.email, person.name, stored(person.capacity), password_hash,
                           person.joined_at) == 1;
}

static Person read_person(sql::Row const& row) {
    return {row.id<Person>(0), row.string(1),
            row.string(2),     capacity_from(row.text(3)).value_or(Capacity::practitioner),
            row.time(4),       row.flag(5)};
}

static sql::Statement const select_person{
    "SELECT id, email, name, capacity, joined_at, EXISTS (SELECT 1 FROM hosts WHERE person_id = people.id) "
    "FROM people WHERE id = $1"};

std::optional<Person> find(sql::Transaction& transaction, PersonId id) {
    return transaction.one(select_person, read_person, id);
}

static sql::Statement const select_everyone{
    "SELECT id, email, name, capacity, joined_at, EXISTS (SELECT 1 FROM hosts WHERE person_id = people.id) "
    "FROM people ORDER BY email"};

std::vector<Person> everyone(sql::Transaction& transaction) { return transaction.all(select_everyone, read_person); }

static sql::Statement const select_credentials{"SELECT id, password_hash FROM people WHERE email = $1"};

std::optional<Credentials> find_credentials(sql::Transaction& transaction, std::string_view email) {
    return transaction.one(
        select_credentials, [](sql::Row const& row) { return Credentials{row.id<Person>(0), row.string(1)}; }, email);
}

static sql::Statement const select_password_hash{"SELECT password_hash FROM people WHERE id = $1"};

std::optional<std::string> password_hash_of(sql::Transaction& transaction, PersonId id) {
    return transaction.one(select_password_hash, [](sql::Row const& row) { return row.string(0); }, id);
}

static sql::Statement const update_password_hash{"UPDATE people SET password_hash = $2 WHERE id = $1"};

void set_password_hash(sql::Transaction& transaction, PersonId id, std::string_view password_hash) {
    transaction.run(update_password_hash, id, password_hash);
}

static sql::Statement const update_profile{"UPDATE people SET name = $2, capacity = $3 WHERE id = $1"};

void set_profile(sql::Transaction& transaction, PersonId id, std::string_view name, Capacity capacity) {
    transaction.run(update_profile, id, name, stored(capacity));
}

static sql::Statement const insert_host{"INSERT INTO hosts (person_id, since) VALUES ($1, $2) ON CONFLICT DO NOTHING"};

void make_host(sql::Transaction& transaction, PersonId id, Time now) { transaction.run(insert_host, id, now); }

static sql::Statement const select_fields{"SELECT field FROM practice_fields WHERE person_id = $1 ORDER BY field"};

std::vector<std::string> practice_fields_of(sql::Transaction& transaction, PersonId id) {
    return transaction.all(select_fields, [](sql::Row const& row) { return row.string(0); }, id);
}

static sql::Statement const delete_fields{"DELETE FROM practice_fields WHERE person_id = $1"};
static sql::Statement const insert_field{
    "INSERT INTO practice_fields (person_id, field) VALUES ($1, $2) ON CONFLICT DO NOTHING"};

void set_practice_fields(sql::Transaction& transaction, PersonId id, std::vector<std::string> const& fields) {
    transaction.run(delete_fields, id);
    for (auto const& field : fields) transaction.run(insert_field, id, field);
}

static sql::Statement const select_quiet{
    "SELECT quiet_from_minute, quiet_until_minute, quiet_all_day, notice_reactions, time_zone, quiet_weekdays, "
    "pause_from_minute, pause_until_minute, long_day_hours, badge FROM quiet_settings WHERE person_id = $1"};

QuietSettings quiet_settings_of(sql::Transaction& transaction, PersonId id) {
    return transaction
        .one(
            select_quiet,
            [](sql::Row const& row) {
                QuietSettings settings{static_cast<int>(row.integer(0)),
                                       static_cast<int>(row.integer(1)),
                                       row.flag(2),
                                       row.flag(3),
                                       row.string(4),
                                       static_cast<unsigned>(row.integer(5))};
                if (!row.is_null(6) && !row.is_null(7))
                    settings.pause_late = {static_cast<int>(row.integer(6)), static_cast<int>(row.integer(7))};
                if (!row.is_null(8)) settings.long_day_hours = static_cast<int>(row.integer(8));
                settings.badge = row.flag(9);
                return settings;
            },
            id)
        .value_or(QuietSettings{});
}

static sql::Statement const upsert_quiet{
    "INSERT INTO quiet_settings (person_id, quiet_from_minute, quiet_until_minute, quiet_all_day, notice_reactions, "
    "time_zone, quiet_weekdays, pause_from_minute, pause_until_minute, long_day_hours, badge) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (person_id) DO UPDATE SET "
    "quiet_from_minute = $2, quiet_until_minute = $3, quiet_all_day = $4, notice_reactions = $5, time_zone = $6, "
    "quiet_weekdays = $7, pause_from_minute = $8, pause_until_minute = $9, long_day_hours = $10, badge = $11"};

void set_quiet_settings(sql::Transaction& transaction, PersonId id, QuietSettings const& settings) {
    auto const& late = settings.pause_late;
    transaction.run(upsert_quiet, id, settings.from_minute, settings.until_minute, settings.all_day,
                    settings.notice_reactions, settings.time_zone, static_cast<std::int64_t>(settings.quiet_weekdays),
                    late ? std::optional<std::int64_t>{late->from_minute} : std::nullopt,
                    late ? std::optional<std::int64_t>{late->until_minute} : std::nullopt,
                    settings.long_day_hours > 0 ? std::optional<std::int64_t>{settings.long_day_hours} : std::nullopt,
                    settings.badge);
}

static sql::Statement const delete_person{"DELETE FROM people WHERE id = $1"};

void remove(sql::Transaction& transaction, PersonId id) { transaction.run(delete_person, id); }

}  // namespace kith::people
