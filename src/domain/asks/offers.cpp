#include "domain/asks/offers.hpp"

namespace kith::asks {

static sql::Statement const upsert_offer{
    "INSERT INTO ask_offers (ask_id, group_id, person_id, words, offered_at, helped_at) "
    "VALUES ($1, $2, $3, $4, $5, NULL) ON CONFLICT (ask_id, person_id) DO UPDATE SET words = $4"};
static sql::Statement const note_first_offer{
    "UPDATE asks SET first_offer_at = $2 WHERE id = $1 AND first_offer_at IS NULL"};
static sql::Statement const delete_offer{"DELETE FROM ask_offers WHERE ask_id = $1 AND person_id = $2"};
static sql::Statement const insert_pass{
    "INSERT INTO ask_passes (ask_id, group_id, person_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"};
static sql::Statement const delete_pass{"DELETE FROM ask_passes WHERE ask_id = $1 AND person_id = $2"};

void offer(sql::Transaction& transaction, Ask const& ask, PersonId person, std::string_view words, Time now) {
    transaction.run(delete_pass, ask.id, person);
    transaction.run(upsert_offer, ask.id, ask.group, person, words, now);
    transaction.run(note_first_offer, ask.id, now);
}

bool take_back_offer(sql::Transaction& transaction, Ask const& ask, PersonId person) {
    return transaction.run(delete_offer, ask.id, person) > 0;
}

void pass(sql::Transaction& transaction, Ask const& ask, PersonId person) {
    transaction.run(delete_offer, ask.id, person);
    transaction.run(insert_pass, ask.id, ask.group, person);
}

#define KITH_OFFERS                                                                                            \
    "SELECT ask_offers.person_id, people.name, ask_offers.words, ask_offers.offered_at, ask_offers.helped_at " \
    "FROM ask_offers JOIN people ON people.id = ask_offers.person_id WHERE ask_offers.ask_id = $1 "

static Offer read_offer(sql::Row const& row) {
    return {row.id<Person>(0), row.string(1), row.string(2), row.time(3), !row.is_null(4)};
}

static sql::Statement const select_offers{KITH_OFFERS "ORDER BY ask_offers.offered_at, ask_offers.person_id"};
static sql::Statement const select_offer{KITH_OFFERS "AND ask_offers.person_id = $2"};

#undef KITH_OFFERS

std::vector<Offer> offers(sql::Transaction& transaction, AskId ask) {
    return transaction.all(select_offers, read_offer, ask);
}

std::optional<Offer> offer_of(sql::Transaction& transaction, AskId ask, PersonId person) {
    return transaction.one(select_offer, read_offer, ask, person);
}

static sql::Statement const select_any_offer{"SELECT 1 FROM ask_offers WHERE ask_id = $1 LIMIT 1"};

bool has_offers(sql::Transaction& transaction, AskId ask) { return transaction.any(select_any_offer, ask); }

static sql::Statement const update_helped{
    "UPDATE ask_offers SET helped_at = $3 WHERE ask_id = $1 AND person_id = $2 AND helped_at IS NULL"};

bool say_helped(sql::Transaction& transaction, AskId ask, PersonId person, Time now) {
    return transaction.run(update_helped, ask, person, now) > 0;
}

static sql::Statement const select_silent{
    "SELECT ask_recipients.person_id FROM ask_recipients "
    "JOIN memberships ON memberships.group_id = ask_recipients.group_id "
    "AND memberships.person_id = ask_recipients.person_id WHERE ask_recipients.ask_id = $1 "
    "AND NOT EXISTS (SELECT 1 FROM ask_offers WHERE ask_offers.ask_id = $1 "
    " AND ask_offers.person_id = ask_recipients.person_id) "
    "AND NOT EXISTS (SELECT 1 FROM ask_passes WHERE ask_passes.ask_id = $1 "
    " AND ask_passes.person_id = ask_recipients.person_id) ORDER BY ask_recipients.person_id"};

std::vector<PersonId> silent(sql::Transaction& transaction, AskId ask) {
    return transaction.all(select_silent, [](sql::Row const& row) { return row.id<Person>(0); }, ask);
}

static sql::Statement const select_answered{
    "SELECT 1 FROM ask_offers WHERE ask_id = $1 AND person_id = $2 "
    "UNION ALL SELECT 1 FROM ask_passes WHERE ask_id = $1 AND person_id = $2 LIMIT 1"};

bool has_answered(sql::Transaction& transaction, AskId ask, PersonId person) {
    return transaction.any(select_answered, ask, person);
}

}  // namespace kith::asks
