#include "domain/sessions/store.hpp"

#include "domain/sessions/actions.hpp"
#include "platform/crypto/token.hpp"

namespace kith::sessions {

namespace {
std::string_view stored(SessionKind kind) { return kind == SessionKind::browser ? "browser" : "token"; }
SessionKind kind_from(std::string_view text) { return text == "token" ? SessionKind::token : SessionKind::browser; }
}  // namespace

static sql::Statement const insert_session{
    "INSERT INTO sessions (secret_hash, id, person_id, kind, label, made_at, used_on, expires_at, confirmed_at) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"};

static sql::Statement const insert_page_key{"INSERT INTO page_keys (session_id, secret) VALUES ($1, $2)"};

void add(sql::Transaction& transaction, Session const& session, std::string_view secret) {
    transaction.run(insert_session, std::span<std::uint8_t const>{crypto::digest(secret)}, session.id, session.person,
                    stored(session.kind), session.label, session.made_at, session.used_on, session.expires_at,
                    session.kind == SessionKind::browser ? std::optional{session.made_at} : std::nullopt);
    if (session.kind == SessionKind::browser) transaction.run(insert_page_key, session.id, crypto::random_token());
}

static sql::Statement const select_page_secret{"SELECT secret FROM page_keys WHERE session_id = $1"};

std::optional<std::string> page_secret_of(sql::Transaction& transaction, SessionId id) {
    return transaction.one(select_page_secret, [](sql::Row const& row) { return row.string(0); }, id);
}

// One look for everything that every page needs to know of who asks.
static sql::Statement const select_viewer{
    "SELECT people.id, people.name, sessions.id, sessions.kind, sessions.used_on, "
    "EXISTS (SELECT 1 FROM hosts WHERE hosts.person_id = people.id), "
    "EXISTS (SELECT 1 FROM notices WHERE notices.person_id = people.id AND notices.read_at IS NULL), "
    "sessions.confirmed_at FROM sessions JOIN people ON people.id = sessions.person_id "
    "WHERE sessions.secret_hash = $1 AND sessions.expires_at > $2"};

std::optional<Found> find_viewer(sql::Transaction& transaction, std::string_view secret, Time now) {
    return transaction.one(
        select_viewer,
        [](sql::Row const& row) {
            return Found{{row.id<Person>(0), row.string(1), row.id<Session>(2), kind_from(row.text(3)), row.flag(5),
                          row.flag(6), row.is_null(7) ? std::nullopt : std::optional{row.time(7)}},
                         row.time(4)};
        },
        std::span<std::uint8_t const>{crypto::digest(secret)}, now);
}

static sql::Statement const update_use{"UPDATE sessions SET used_on = $2 WHERE id = $1 AND used_on < $2"};

void note_use(sql::Transaction& transaction, SessionId id, Time day) { transaction.run(update_use, id, day); }

static sql::Statement const update_confirmed{"UPDATE sessions SET confirmed_at = $2 WHERE id = $1"};

void confirm(sql::Transaction& transaction, SessionId id, Time now) { transaction.run(update_confirmed, id, now); }

static sql::Statement const select_of_person{
    "SELECT id, kind, label, made_at, used_on, expires_at FROM sessions "
    "WHERE person_id = $1 AND expires_at > $2 ORDER BY made_at DESC, id"};

std::vector<Session> of_person(sql::Transaction& transaction, PersonId person, Time now) {
    return transaction.all(
        select_of_person,
        [&](sql::Row const& row) {
            return Session{row.id<Session>(0), person,     kind_from(row.text(1)), row.string(2), row.time(3),
                           row.time(4),        row.time(5)};
        },
        person, now);
}

static sql::Statement const delete_one{"DELETE FROM sessions WHERE person_id = $1 AND id = $2"};

bool end(sql::Transaction& transaction, PersonId person, SessionId id) {
    return transaction.run(delete_one, person, id) == 1;
}

static sql::Statement const delete_others{"DELETE FROM sessions WHERE person_id = $1 AND id <> $2 RETURNING id"};

std::vector<SessionId> end_others(sql::Transaction& transaction, PersonId person, SessionId keep) {
    return transaction.all(delete_others, [](sql::Row const& row) { return row.id<Session>(0); }, person, keep);
}

static sql::Statement const delete_expired{"DELETE FROM sessions WHERE expires_at <= $1"};

static sql::Statement const delete_old_halves{"DELETE FROM half_sign_ins WHERE expires_at <= $1"};

void forget_expired(sql::Transaction& transaction, Time now) {
    transaction.run(delete_expired, now);
    transaction.run(delete_old_halves, now);
}

static sql::Statement const insert_half{
    "INSERT INTO half_sign_ins (secret_hash, person_id, tries, expires_at) VALUES ($1, $2, 0, $3)"};

std::string begin_half(sql::Transaction& transaction, PersonId person, Time now) {
    auto secret = crypto::random_token();
    transaction.run(insert_half, std::span<std::uint8_t const>{crypto::digest(secret)}, person,
                    now + half_sign_in_lasts);
    return secret;
}

static sql::Statement const update_tries{
    "UPDATE half_sign_ins SET tries = tries + 1 WHERE secret_hash = $1 AND expires_at > $2 AND tries < $3 "
    "RETURNING person_id"};

std::optional<PersonId> try_half(sql::Transaction& transaction, std::string_view secret, Time now) {
    return transaction.one(
        update_tries, [](sql::Row const& row) { return row.id<Person>(0); },
        std::span<std::uint8_t const>{crypto::digest(secret)}, now, half_sign_in_tries_max);
}

static sql::Statement const delete_half{"DELETE FROM half_sign_ins WHERE secret_hash = $1"};

void end_half(sql::Transaction& transaction, std::string_view secret) {
    transaction.run(delete_half, std::span<std::uint8_t const>{crypto::digest(secret)});
}

}  // namespace kith::sessions
