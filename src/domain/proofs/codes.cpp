#include "domain/proofs/codes.hpp"

#include <array>

#include "base/text.hpp"
#include "platform/crypto/token.hpp"
#include "platform/proofs/one_time_code.hpp"

namespace kith::proofs {

namespace {

CodeKey read_key(sql::Row const& row) {
    return {std::string{row.blob(0)}, !row.is_null(1), row.integer(2), static_cast<int>(row.integer(3))};
}

// "492 039" is "492039".
std::string digits_in(std::string_view typed) {
    std::string digits;
    for (char const c : typed)
        if (c != ' ' && c != '-') digits += c;
    return digits;
}

}  // namespace

static sql::Statement const select_key{
    "SELECT secret, confirmed_at, last_step, wrong_in_a_row FROM code_keys WHERE person_id = $1"};

std::optional<CodeKey> code_key_of(sql::Transaction& transaction, PersonId person) {
    return transaction.one(select_key, read_key, person);
}

bool asks_for_code(sql::Transaction& transaction, PersonId person) {
    auto const key = code_key_of(transaction, person);
    return key && key->confirmed;
}

static sql::Statement const delete_unconfirmed{"DELETE FROM code_keys WHERE person_id = $1 AND confirmed_at IS NULL"};
static sql::Statement const insert_key{
    "INSERT INTO code_keys (person_id, secret, made_at, confirmed_at, last_step, wrong_in_a_row) "
    "VALUES ($1, $2, $3, NULL, 0, 0) ON CONFLICT DO NOTHING"};

void begin_codes(sql::Transaction& transaction, PersonId person, Time now) {
    std::array<std::uint8_t, code_secret_bytes> secret{};
    crypto::random_bytes(secret);
    transaction.run(delete_unconfirmed, person);
    transaction.run(insert_key, person, std::span<std::uint8_t const>{secret}, now);
}

static sql::Statement const update_step{
    "UPDATE code_keys SET last_step = $2, wrong_in_a_row = 0 WHERE person_id = $1 AND last_step < $2"};
static sql::Statement const update_confirmed{
    "UPDATE code_keys SET confirmed_at = $2 WHERE person_id = $1 AND confirmed_at IS NULL"};

bool confirm_codes(sql::Transaction& transaction, PersonId person, std::string_view code, Time now) {
    auto const key = code_key_of(transaction, person);
    if (!key || key->confirmed) return false;
    auto const step = step_of_code(key->secret, digits_in(code), now, key->last_step);
    return step && transaction.run(update_step, person, *step) == 1 &&
           transaction.run(update_confirmed, person, now) == 1;
}

static sql::Statement const delete_key{"DELETE FROM code_keys WHERE person_id = $1"};
static sql::Statement const delete_recovery_codes{"DELETE FROM recovery_codes WHERE person_id = $1"};

void end_codes(sql::Transaction& transaction, PersonId person) {
    transaction.run(delete_key, person);
    transaction.run(delete_recovery_codes, person);
}

static sql::Statement const insert_recovery_code{
    "INSERT INTO recovery_codes (person_id, code_hash, made_at, used_at) VALUES ($1, $2, $3, NULL)"};

std::vector<std::string> make_recovery_codes(sql::Transaction& transaction, PersonId person, Time now) {
    transaction.run(delete_recovery_codes, person);
    std::vector<std::string> made;
    while (made.size() < recovery_codes_made) {
        auto code = crypto::random_code();
        transaction.run(insert_recovery_code, person,
                        std::span<std::uint8_t const>{crypto::digest(crypto::plain_code(code))}, now);
        made.push_back(std::move(code));
    }
    return made;
}

static sql::Statement const count_left{"SELECT count(*) FROM recovery_codes WHERE person_id = $1 AND used_at IS NULL"};

std::size_t recovery_codes_left(sql::Transaction& transaction, PersonId person) {
    return static_cast<std::size_t>(
        transaction.one(count_left, [](sql::Row const& row) { return row.integer(0); }, person).value_or(0));
}

static sql::Statement const update_recovery_code{
    "UPDATE recovery_codes SET used_at = $3 WHERE person_id = $1 AND code_hash = $2 AND used_at IS NULL"};
static sql::Statement const update_wrong{
    "UPDATE code_keys SET wrong_in_a_row = wrong_in_a_row + 1 WHERE person_id = $1"};
static sql::Statement const update_right{"UPDATE code_keys SET wrong_in_a_row = 0 WHERE person_id = $1"};

Took take_code(sql::Transaction& transaction, PersonId person, std::string_view typed, Time now) {
    auto const key = code_key_of(transaction, person);
    if (!key || !key->confirmed) return Took::nothing;
    auto const step = step_of_code(key->secret, digits_in(typed), now, key->last_step);
    if (step && key->wrong_in_a_row < wrong_codes_max && transaction.run(update_step, person, *step) == 1)
        return Took::code;
    auto const plain = crypto::plain_code(text::trim(typed));
    if (transaction.run(update_recovery_code, person, std::span<std::uint8_t const>{crypto::digest(plain)}, now) == 1) {
        transaction.run(update_right, person);
        return Took::recovery_code;
    }
    transaction.run(update_wrong, person);
    return Took::nothing;
}

}  // namespace kith::proofs
