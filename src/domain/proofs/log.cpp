#include "domain/proofs/log.hpp"

#include <array>

#include "base/named.hpp"

namespace kith::proofs {

namespace {

constexpr std::array deeds{
    Named{Deed::signed_in, "signed_in", "You signed in"},
    Named{Deed::code_wrong, "code_wrong", "The right password, but a wrong code"},
    Named{Deed::passkey_made, "passkey_made", "A device was added to sign in with"},
    Named{Deed::passkey_ended, "passkey_ended", "A device was removed"},
    Named{Deed::passkey_doubted, "passkey_doubted", "A device was refused: there may be a copy of its passkey"},
    Named{Deed::codes_began, "codes_began", "Codes from a phone were turned on"},
    Named{Deed::codes_ended, "codes_ended", "Codes from a phone were turned off"},
    Named{Deed::recovery_codes_made, "recovery_codes_made", "New recovery codes were made"},
    Named{Deed::recovery_code_used, "recovery_code_used", "A recovery code was used"},
    Named{Deed::password_changed, "password_changed", "The password was changed"},
    Named{Deed::recovery_asked, "recovery_asked", "Somebody asked to be let in again as you"},
    Named{Deed::recovery_vouched, "recovery_vouched", "A member said that they have spoken with you"},
    Named{Deed::recovery_due, "recovery_due", "Enough members have said so: the waiting time began"},
    Named{Deed::recovery_stopped, "recovery_stopped", "You stopped it"},
    Named{Deed::recovery_done, "recovery_done", "The waiting time was over: the new password holds"},
};

}  // namespace

std::string_view stored(Deed deed) { return named(deeds, deed).stored; }
std::optional<Deed> deed_from(std::string_view text) { return value_named(deeds, text); }
std::string in_words(Deed deed) { return std::string{named(deeds, deed).words}; }

static sql::Statement const insert_entry{
    "INSERT INTO account_log (id, person_id, deed, label, about, done_at) VALUES ($1, $2, $3, $4, $5, $6)"};

void note(sql::Transaction& transaction, PersonId person, Deed deed, std::string_view label, Time now,
          std::optional<PersonId> about) {
    transaction.run(insert_entry, AccountDeedId::ordered(now), person, stored(deed), label, about, now);
}

// Reads the person, so that it is the same work for somebody who is not there.
static sql::Statement const insert_once_a_day{
    "INSERT INTO account_log (id, person_id, deed, label, about, done_at) "
    "SELECT $1, people.id, CAST($3 AS TEXT), '', NULL, $4 FROM people WHERE people.id = $2 AND NOT EXISTS ("
    "SELECT 1 FROM account_log AS before WHERE before.person_id = $2 AND before.deed = $3 AND before.done_at > $5)"};

void note_once_a_day(sql::Transaction& transaction, PersonId person, Deed deed, Time now) {
    transaction.run(insert_once_a_day, AccountDeedId::ordered(now), person, stored(deed), now,
                    now - std::chrono::hours{24});
}

static sql::Statement const select_log{
    "SELECT account_log.deed, account_log.label, people.name, account_log.done_at FROM account_log "
    "LEFT JOIN people ON people.id = account_log.about WHERE account_log.person_id = $1 "
    "ORDER BY account_log.id DESC LIMIT $2"};

std::vector<Entry> log_of(sql::Transaction& transaction, PersonId person, std::size_t most) {
    return transaction.all(
        select_log,
        [](sql::Row const& row) {
            return Entry{deed_from(row.text(0)).value_or(Deed::signed_in), row.string(1),
                         row.is_null(2) ? std::string{} : row.string(2), row.time(3)};
        },
        person, most);
}

static sql::Statement const delete_old{"DELETE FROM account_log WHERE done_at <= $1"};

void forget_old_log(sql::Transaction& transaction, Time now) { transaction.run(delete_old, now - account_log_kept); }

}  // namespace kith::proofs
