#include "domain/proofs/passkeys.hpp"

#include <fmt/format.h>

#include "domain/proofs/log.hpp"
#include "platform/crypto/token.hpp"
#include "platform/proofs/passkey.hpp"

namespace kith::proofs {

namespace {

constexpr std::size_t handle_bytes = 32;
constexpr std::int64_t day_milliseconds = std::chrono::milliseconds{std::chrono::hours{24}}.count();

Passkey read_passkey(sql::Row const& row) {
    return {row.id<Passkey>(0),
            row.id<Person>(1),
            std::string{row.blob(2)},
            std::string{row.blob(3)},
            static_cast<std::uint32_t>(row.integer(4)),
            row.string(5),
            row.time(6),
            row.maybe_time(7)};
}

std::string bytes_in(Call const& call, std::string_view field) {
    return crypto::from_base64url(call.form.value(field)).value_or("");
}

Error did_not_work() {
    return Error::invalid("passkey", "That did not work. Try once more, or go on with your password.");
}

// Of nobody: what an unknown credential is looked at with, so that it costs the same work. The base point of P-256 is a
// key like any other.
std::string key_of_nobody() {
    constexpr std::string_view x = "axfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpY";
    constexpr std::string_view y = "T-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU";
    std::string key{"\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20", 10};
    key += crypto::from_base64url(x).value_or("");
    key += "\x22\x58\x20";
    return key + crypto::from_base64url(y).value_or("");
}

}  // namespace

#define KITH_PASSKEY "SELECT id, person_id, credential_id, public_key, counter, label, made_at, used_on FROM passkeys "

static sql::Statement const select_of_person{KITH_PASSKEY "WHERE person_id = $1 ORDER BY made_at, id"};
static sql::Statement const select_by_credential{KITH_PASSKEY "WHERE credential_id = $1"};

#undef KITH_PASSKEY

std::vector<Passkey> passkeys_of(sql::Transaction& transaction, PersonId person) {
    return transaction.all(select_of_person, read_passkey, person);
}

std::optional<Passkey> find_passkey(sql::Transaction& transaction, std::string_view credential_id) {
    return transaction.one(select_by_credential, read_passkey, sql::Value::blob(credential_id));
}

static sql::Statement const insert_passkey{
    "INSERT INTO passkeys (id, person_id, credential_id, public_key, counter, label, made_at, used_on) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, NULL) ON CONFLICT DO NOTHING"};

bool add(sql::Transaction& transaction, Passkey const& passkey) {
    return transaction.run(insert_passkey, passkey.id, passkey.person, sql::Value::blob(passkey.credential_id),
                           sql::Value::blob(passkey.public_key), static_cast<std::int64_t>(passkey.counter),
                           passkey.label, passkey.made_at) == 1;
}

static sql::Statement const delete_passkey{"DELETE FROM passkeys WHERE person_id = $1 AND id = $2 RETURNING label"};

std::optional<std::string> end_passkey(sql::Transaction& transaction, PersonId person, PasskeyId id) {
    return transaction.one(delete_passkey, [](sql::Row const& row) { return row.string(0); }, person, id);
}

static sql::Statement const delete_passkeys{"DELETE FROM passkeys WHERE person_id = $1"};

void end_passkeys(sql::Transaction& transaction, PersonId person) { transaction.run(delete_passkeys, person); }

static sql::Statement const select_handle{"SELECT handle FROM passkey_handles WHERE person_id = $1"};
static sql::Statement const insert_handle{"INSERT INTO passkey_handles (person_id, handle) VALUES ($1, $2)"};

std::string handle_of(sql::Transaction& transaction, PersonId person) {
    auto const known =
        transaction.one(select_handle, [](sql::Row const& row) { return std::string{row.blob(0)}; }, person);
    if (known) return *known;
    std::array<std::uint8_t, handle_bytes> bytes{};
    crypto::random_bytes(bytes);
    transaction.run(insert_handle, person, std::span<std::uint8_t const>{bytes});
    return {reinterpret_cast<char const*>(bytes.data()), bytes.size()};
}

static sql::Statement const insert_ceremony{
    "INSERT INTO ceremonies (challenge_hash, person_id, expires_at) VALUES ($1, $2, $3)"};

std::string begin_ceremony(sql::Transaction& transaction, std::optional<PersonId> makes_for, Time now) {
    auto challenge = crypto::random_token();
    transaction.run(insert_ceremony, std::span<std::uint8_t const>{crypto::digest(challenge)}, makes_for,
                    now + ceremony_lasts);
    return challenge;
}

static sql::Statement const delete_making{
    "DELETE FROM ceremonies WHERE challenge_hash = $1 AND person_id = $2 AND expires_at > $3"};
static sql::Statement const delete_showing{
    "DELETE FROM ceremonies WHERE challenge_hash = $1 AND person_id IS NULL AND expires_at > $2"};
static sql::Statement const delete_old{"DELETE FROM ceremonies WHERE expires_at <= $1"};

void forget_old_ceremonies(sql::Transaction& transaction, Time now) { transaction.run(delete_old, now); }

Result<Passkey> make_passkey(Call const& call, PersonId person, std::string label) {
    auto const client_data = bytes_in(call, "client_data");
    auto const challenge = challenge_in(client_data);
    auto const origin = call.origin();
    auto made = look_at_made({challenge, origin, place_of(origin)}, client_data, bytes_in(call, "attestation"));
    if (!made) return fail(did_not_work());
    auto& transaction = call.transaction();
    if (transaction.run(delete_making, std::span<std::uint8_t const>{crypto::digest(challenge)}, person, call.now) == 0)
        return fail(did_not_work());
    if (passkeys_of(transaction, person).size() >= passkeys_of_person_max)
        return fail(Error::conflict(fmt::format("You have {} passkeys. Remove one first.", passkeys_of_person_max)));
    Passkey passkey{PasskeyId::random(),
                    person,
                    std::move(made->credential_id),
                    std::move(made->public_key),
                    made->counter,
                    std::move(label),
                    call.now,
                    {}};
    if (!add(transaction, passkey)) return fail(Error::conflict("This device has a passkey here already."));
    return passkey;
}

Result<ShownPasskey> look_at_passkey(Call const& call) {
    auto const client_data = bytes_in(call, "client_data");
    auto const authenticator_data = bytes_in(call, "authenticator_data");
    auto const signature = bytes_in(call, "signature");
    auto const credential = bytes_in(call, "credential");
    auto found = call.services.database.read(
        [&](sql::Transaction& transaction) { return find_passkey(transaction, credential); });
    auto challenge = challenge_in(client_data);
    auto const origin = call.origin();
    auto const counter =
        look_at_shown({challenge, origin, place_of(origin)}, {client_data, authenticator_data, signature},
                      found ? found->public_key : key_of_nobody(), found ? found->counter : 0);
    if (!found) return fail(did_not_work());
    if (counter) return ShownPasskey{*std::move(found), *counter, std::move(challenge)};
    // All is right but the count: somebody may have a copy of what should exist once.
    if (counter.error() == Refused::used_before)
        TRY(call.services.database.write([&](sql::Transaction& transaction) -> Result<void> {
            note(transaction, found->person, Deed::passkey_doubted, found->label, call.now);
            return {};
        }));
    return fail(did_not_work());
}

static sql::Statement const update_use{"UPDATE passkeys SET counter = $3, used_on = $4 WHERE id = $1 AND counter = $2"};

Result<void> take(sql::Transaction& transaction, ShownPasskey const& shown, Time now) {
    if (transaction.run(delete_showing, std::span<std::uint8_t const>{crypto::digest(shown.challenge)}, now) == 0)
        return fail(did_not_work());
    Time const today{now.milliseconds / day_milliseconds * day_milliseconds};
    if (transaction.run(update_use, shown.passkey.id, static_cast<std::int64_t>(shown.passkey.counter),
                        static_cast<std::int64_t>(shown.counter), today) == 0)
        return fail(did_not_work());  // used or removed in the same moment
    return {};
}

}  // namespace kith::proofs
