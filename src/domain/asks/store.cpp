#include "domain/asks/store.hpp"

#include "domain/pens/store.hpp"

namespace kith::asks {

namespace {

PersonId read_person(sql::Row const& row) { return row.id<Person>(0); }

}  // namespace

static sql::Statement const select_everyone{
    "SELECT person_id FROM memberships WHERE group_id = $1 AND person_id <> $2 ORDER BY person_id"};

std::vector<PersonId> everyone(sql::Transaction& transaction, GroupId group, PersonId asker) {
    return transaction.all(select_everyone, read_person, group, asker);
}

static sql::Statement const select_who_know{
    "SELECT memberships.person_id FROM memberships "
    "JOIN practice_fields ON practice_fields.person_id = memberships.person_id "
    "WHERE memberships.group_id = $1 AND memberships.person_id <> $2 AND practice_fields.field = $3 "
    "ORDER BY memberships.person_id"};

std::vector<PersonId> who_know(sql::Transaction& transaction, GroupId group, PersonId asker, std::string_view field) {
    return transaction.all(select_who_know, read_person, group, asker, field);
}

static sql::Statement const select_who_are_around{
    "SELECT memberships.person_id FROM memberships JOIN around ON around.group_id = memberships.group_id "
    "AND around.person_id = memberships.person_id "
    "WHERE memberships.group_id = $1 AND memberships.person_id <> $2 AND around.until_at > $3 "
    "ORDER BY memberships.person_id"};

std::vector<PersonId> who_are_around(sql::Transaction& transaction, GroupId group, PersonId asker, Time now) {
    return transaction.all(select_who_are_around, read_person, group, asker, now);
}

static sql::Statement const select_fields{
    "SELECT practice_fields.field, count(*) FROM memberships "
    "JOIN practice_fields ON practice_fields.person_id = memberships.person_id "
    "WHERE memberships.group_id = $1 AND memberships.person_id <> $2 "
    "GROUP BY practice_fields.field ORDER BY practice_fields.field"};

std::vector<Field> fields_in(sql::Transaction& transaction, GroupId group, PersonId asker) {
    return transaction.all(
        select_fields, [](sql::Row const& row) { return Field{row.string(0), row.integer(1)}; }, group, asker);
}

static sql::Statement const insert_ask{
    "INSERT INTO asks (id, group_id, asker_id, wants, body, by_when, wanted_by, reach, field, people, asked_at, "
    "first_offer_at, pen_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, NULL, $12)"};
static sql::Statement const insert_recipient{
    "INSERT INTO ask_recipients (ask_id, group_id, person_id, how) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING"};

void add(sql::Transaction& transaction, Ask const& ask, std::vector<PersonId> const& recipients) {
    transaction.run(insert_ask, ask.id, ask.group, ask.asker, stored(ask.wants), ask.body, stored(ask.by),
                    ask.wanted_by, stored(ask.reach), ask.field, ask.people, ask.asked_at,
                    ask.pen ? std::optional{ask.pen->id} : std::nullopt);
    for (auto const& person : recipients) transaction.run(insert_recipient, ask.id, ask.group, person, "sent");
}

void reach_on_duty(sql::Transaction& transaction, Ask const& ask, PersonId person) {
    transaction.run(insert_recipient, ask.id, ask.group, person, "duty");
}

#define KITH_ASK_COLUMNS                                                                                       \
    "asks.id, asks.group_id, asks.asker_id, asks.wants, asks.body, asks.by_when, asks.wanted_by, "             \
    "asks.reach, asks.field, asks.people, asks.asked_at, asks.first_offer_at, ask_ends.how, ask_ends.helped, " \
    "ask_ends.ended_at, " KITH_PEN_COLUMNS " "

static Ask read_ask(sql::Row const& row) {
    Ask ask;
    ask.id = row.id<Ask>(0);
    ask.group = row.id<Group>(1);
    ask.asker = row.maybe_id<Person>(2);
    ask.wants = wants_from(row.text(3)).value_or(Wants::listen);
    ask.body = row.string(4);
    ask.by = by_from(row.text(5)).value_or(By::whenever);
    ask.wanted_by = row.maybe_time(6);
    ask.reach = reach_from(row.text(7)).value_or(Reach::everyone);
    ask.field = row.string(8);
    ask.people = row.integer(9);
    ask.asked_at = row.time(10);
    ask.first_offer_at = row.maybe_time(11);
    if (!row.is_null(12)) ask.end = ask_end_from(row.text(12)).value_or(AskEnd::closed);
    ask.helped = helped_from(row.text(13)).value_or(Helped::unsaid);
    ask.ended_at = row.maybe_time(14);
    ask.pen = pens::read_pen(row, 15);
    return ask;
}

static sql::Statement const select_ask{"SELECT " KITH_ASK_COLUMNS
                                       "FROM asks LEFT JOIN ask_ends ON ask_ends.ask_id = asks.id "
                                       "LEFT JOIN pens AS pen ON pen.id = asks.pen_id WHERE asks.id = $1"};

std::optional<Ask> find(sql::Transaction& transaction, AskId id) { return transaction.one(select_ask, read_ask, id); }

#define KITH_SAID_BY_ME                                                                                     \
    ", EXISTS (SELECT 1 FROM ask_offers WHERE ask_offers.ask_id = asks.id AND ask_offers.person_id = $1), " \
    "EXISTS (SELECT 1 FROM ask_passes WHERE ask_passes.ask_id = asks.id AND ask_passes.person_id = $1) "

// Through the membership, and as one of those whom it concerns; of an ended one only its asker and who offered.
static sql::Statement const select_of_member{
    "SELECT " KITH_ASK_COLUMNS KITH_SAID_BY_ME
    "FROM asks JOIN memberships ON memberships.group_id = asks.group_id AND memberships.person_id = $1 "
    "LEFT JOIN ask_ends ON ask_ends.ask_id = asks.id LEFT JOIN pens AS pen ON pen.id = asks.pen_id "
    "WHERE asks.id = $2 AND (asks.asker_id = $1 "
    "OR (ask_ends.ask_id IS NULL AND EXISTS (SELECT 1 FROM ask_recipients WHERE ask_recipients.ask_id = asks.id "
    " AND ask_recipients.person_id = $1)) "
    "OR EXISTS (SELECT 1 FROM ask_offers WHERE ask_offers.ask_id = asks.id AND ask_offers.person_id = $1))"};

std::optional<Found> find_of_member(sql::Transaction& transaction, AskId id, PersonId person) {
    return transaction.one(
        select_of_member, [](sql::Row const& row) { return Found{read_ask(row), row.flag(20), row.flag(21)}; }, person,
        id);
}

// Whose group it is on comes by way of the reader's membership. $2 is a group, or null for all.
#define KITH_LISTED                                                                                       \
    "SELECT " KITH_ASK_COLUMNS                                                                            \
    ", groups.name, COALESCE(pen.name, people.name), "                                                    \
    "EXISTS (SELECT 1 FROM ask_offers WHERE ask_offers.ask_id = asks.id AND ask_offers.person_id = $1), " \
    "EXISTS (SELECT 1 FROM ask_offers WHERE ask_offers.ask_id = asks.id) "                                \
    "FROM asks JOIN memberships ON memberships.group_id = asks.group_id AND memberships.person_id = $1 "  \
    "JOIN groups ON groups.id = asks.group_id LEFT JOIN people ON people.id = asks.asker_id "             \
    "LEFT JOIN ask_ends ON ask_ends.ask_id = asks.id LEFT JOIN pens AS pen ON pen.id = asks.pen_id "

static Listed read_listed(sql::Row const& row) {
    return {read_ask(row), row.string(20), row.string(21), row.flag(22), row.flag(23)};
}

#define KITH_NOT_MINE "(asks.asker_id IS NULL OR asks.asker_id <> $1)"
#define KITH_WAITS                                                                    \
    "WHERE " KITH_NOT_MINE                                                            \
    " AND ask_ends.ask_id IS NULL "                                                   \
    "AND EXISTS (SELECT 1 FROM ask_recipients WHERE ask_recipients.ask_id = asks.id " \
    " AND ask_recipients.person_id = $1) "                                            \
    "AND NOT EXISTS (SELECT 1 FROM ask_passes WHERE ask_passes.ask_id = asks.id AND ask_passes.person_id = $1) "

static sql::Statement const select_reaching{KITH_LISTED KITH_WAITS "ORDER BY asks.id DESC LIMIT $2"};
static sql::Statement const select_reaching_in{KITH_LISTED KITH_WAITS
                                               "AND asks.group_id = $3 ORDER BY asks.id DESC LIMIT $2"};

std::vector<Listed> reaching(sql::Transaction& transaction, PersonId person, std::optional<GroupId> group) {
    return group ? transaction.all(select_reaching_in, read_listed, person, asks_listed_max, *group)
                 : transaction.all(select_reaching, read_listed, person, asks_listed_max);
}

static sql::Statement const select_own{KITH_LISTED "WHERE asks.asker_id = $1 ORDER BY asks.id DESC LIMIT $2"};
static sql::Statement const select_own_in{
    KITH_LISTED "WHERE asks.asker_id = $1 AND asks.group_id = $3 ORDER BY asks.id DESC LIMIT $2"};

std::vector<Listed> own(sql::Transaction& transaction, PersonId person, std::optional<GroupId> group) {
    return group ? transaction.all(select_own_in, read_listed, person, asks_listed_max, *group)
                 : transaction.all(select_own, read_listed, person, asks_listed_max);
}

static sql::Statement const select_helped_with{
    KITH_LISTED "WHERE " KITH_NOT_MINE
                " AND ask_ends.ask_id IS NOT NULL "
                "AND EXISTS (SELECT 1 FROM ask_offers WHERE ask_offers.ask_id = asks.id AND ask_offers.person_id = $1) "
                "ORDER BY asks.id DESC LIMIT $2"};

std::vector<Listed> helped_with(sql::Transaction& transaction, PersonId person) {
    return transaction.all(select_helped_with, read_listed, person, asks_listed_max);
}

#undef KITH_LISTED
#undef KITH_WAITS
#undef KITH_NOT_MINE
#undef KITH_SAID_BY_ME
#undef KITH_ASK_COLUMNS

static sql::Statement const count_open{
    "SELECT count(*) FROM asks WHERE group_id = $1 AND asker_id = $2 "
    "AND NOT EXISTS (SELECT 1 FROM ask_ends WHERE ask_ends.ask_id = asks.id)"};

std::size_t count_open_of(sql::Transaction& transaction, GroupId group, PersonId asker) {
    return static_cast<std::size_t>(
        transaction.one(count_open, [](sql::Row const& row) { return row.integer(0); }, group, asker).value_or(0));
}

static sql::Statement const select_waiting{
    "SELECT 1 FROM ask_recipients JOIN asks ON asks.id = ask_recipients.ask_id "
    "JOIN memberships ON memberships.group_id = asks.group_id AND memberships.person_id = $1 "
    "WHERE ask_recipients.person_id = $1 "
    "AND NOT EXISTS (SELECT 1 FROM ask_ends WHERE ask_ends.ask_id = asks.id) "
    "AND NOT EXISTS (SELECT 1 FROM ask_passes WHERE ask_passes.ask_id = asks.id AND ask_passes.person_id = $1) "
    "AND NOT EXISTS (SELECT 1 FROM ask_offers WHERE ask_offers.ask_id = asks.id AND ask_offers.person_id = $1) "
    "LIMIT 1"};

bool any_waits_for(sql::Transaction& transaction, PersonId person) { return transaction.any(select_waiting, person); }

static sql::Statement const insert_end{
    "INSERT INTO ask_ends (ask_id, group_id, how, helped, ended_at) VALUES ($1, $2, $3, $4, $5) "
    "ON CONFLICT DO NOTHING"};
static sql::Statement const delete_passes{"DELETE FROM ask_passes WHERE ask_id = $1"};
static sql::Statement const delete_dues{"DELETE FROM ask_dues WHERE ask_id = $1"};
static sql::Statement const delete_recipients{"DELETE FROM ask_recipients WHERE ask_id = $1"};

bool end(sql::Transaction& transaction, Ask const& ask, AskEnd how, Helped helped, Time now) {
    if (transaction.run(insert_end, ask.id, ask.group, stored(how), stored(helped), now) == 0) return false;
    transaction.run(delete_passes, ask.id);
    transaction.run(delete_dues, ask.id);
    transaction.run(delete_recipients, ask.id);
    return true;
}

static sql::Statement const delete_ask{"DELETE FROM asks WHERE id = $1"};

void remove(sql::Transaction& transaction, AskId id) { transaction.run(delete_ask, id); }

static sql::Statement const update_helped{"UPDATE ask_ends SET helped = $2 WHERE ask_id = $1"};

void say_how(sql::Transaction& transaction, AskId id, Helped helped) {
    transaction.run(update_helped, id, stored(helped));
}

static sql::Statement const insert_duty{
    "INSERT INTO ask_duties (ask_id, group_id, reached_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"};
static sql::Statement const select_duty{"SELECT 1 FROM ask_duties WHERE ask_id = $1"};

void note_duty(sql::Transaction& transaction, Ask const& ask, Time now) {
    transaction.run(insert_duty, ask.id, ask.group, now);
}

bool has_reached_duty(sql::Transaction& transaction, AskId id) { return transaction.any(select_duty, id); }

}  // namespace kith::asks
