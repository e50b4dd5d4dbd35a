#include "domain/reach/addresses.hpp"

namespace kith::reach {

namespace {

constexpr std::string_view asked_word = "asked", refused_word = "address_refused";

std::string_view stored(MailStop why) { return why == MailStop::asked ? asked_word : refused_word; }

}  // namespace

static sql::Statement const select_address{
    "SELECT mail_addresses.person_id, mail_addresses.address, mail_addresses.confirm_secret, "
    "mail_addresses.stop_secret, mail_addresses.asked_at, mail_addresses.confirmed_at, mail_stops.why, "
    "mail_stops.stopped_at FROM mail_addresses "
    "LEFT JOIN mail_stops ON mail_stops.person_id = mail_addresses.person_id WHERE mail_addresses.person_id = $1"};

std::optional<MailAddress> address_of(sql::Transaction& transaction, PersonId person) {
    auto const read = [](sql::Row const& row) {
        MailAddress address{
            row.id<Person>(0), row.string(1), row.string(2), row.string(3), row.time(4), row.maybe_time(5), {},
            row.maybe_time(7)};
        if (!row.is_null(6))
            address.stopped = row.text(6) == refused_word ? MailStop::address_refused : MailStop::asked;
        return address;
    };
    return transaction.one(select_address, read, person);
}

static sql::Statement const delete_stop{"DELETE FROM mail_stops WHERE person_id = $1"};
static sql::Statement const upsert_address{
    "INSERT INTO mail_addresses (person_id, address, confirm_secret, stop_secret, asked_at, confirmed_at) "
    "VALUES ($1, $2, $3, $4, $5, NULL) ON CONFLICT (person_id) DO UPDATE SET address = $2, confirm_secret = $3, "
    "stop_secret = $4, asked_at = $5, confirmed_at = NULL"};

void set_address(sql::Transaction& transaction, PersonId person, std::string_view address,
                 std::string_view confirm_secret, std::string_view stop_secret, Time now) {
    transaction.run(delete_stop, person);
    transaction.run(upsert_address, person, address, confirm_secret, stop_secret, now);
}

static PersonId read_person(sql::Row const& row) { return row.id<Person>(0); }

// The second yes to the same link changes nothing, and is a yes all the same.
static sql::Statement const update_confirmed{
    "UPDATE mail_addresses SET confirmed_at = COALESCE(confirmed_at, $2) WHERE confirm_secret = $1 "
    "RETURNING person_id"};

std::optional<PersonId> confirm(sql::Transaction& transaction, std::string_view confirm_secret, Time now) {
    return transaction.one(update_confirmed, read_person, confirm_secret, now);
}

static sql::Statement const select_stopper{"SELECT person_id FROM mail_addresses WHERE stop_secret = $1"};

std::optional<PersonId> stop_by_secret(sql::Transaction& transaction, std::string_view stop_secret, Time now) {
    auto const person = transaction.one(select_stopper, read_person, stop_secret);
    if (person) stop(transaction, *person, MailStop::asked, now);
    return person;
}

bool refuse_by_secret(sql::Transaction& transaction, std::string_view stop_secret, Time now) {
    auto const person = transaction.one(select_stopper, read_person, stop_secret);
    if (person) stop(transaction, *person, MailStop::address_refused, now);
    return person.has_value();
}

static sql::Statement const insert_stop{
    "INSERT INTO mail_stops (person_id, why, stopped_at) SELECT person_id, CAST($2 AS TEXT), $3 FROM mail_addresses "
    "WHERE person_id = $1 ON CONFLICT DO NOTHING"};

void stop(sql::Transaction& transaction, PersonId person, MailStop why, Time now) {
    transaction.run(insert_stop, person, stored(why), now);
}

void begin_again(sql::Transaction& transaction, PersonId person) { transaction.run(delete_stop, person); }

}  // namespace kith::reach
