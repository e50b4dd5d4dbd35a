// What happened with somebody's account, for them alone: how they came in, what was changed about that, and who did
// what to get in as them.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"
#include "domain/ids.hpp"
#include "platform/sql/database.hpp"

namespace kith {

inline constexpr std::chrono::days account_log_kept{365};
inline constexpr std::size_t account_log_on_a_page = 40;

namespace proofs {

enum class Deed {
    signed_in,
    code_wrong,       // the password was right, the code was not
    passkey_made,     // `label`: which
    passkey_ended,    // likewise
    passkey_doubted,  // its count went back: there may be a copy
    codes_began,
    codes_ended,
    recovery_codes_made,
    recovery_code_used,
    password_changed,
    recovery_asked,
    recovery_vouched,  // `about`: who
    recovery_due,      // enough have vouched: the waiting time has begun
    recovery_stopped,
    recovery_done,
};

std::string_view stored(Deed);
std::optional<Deed> deed_from(std::string_view stored);
std::string in_words(Deed);

struct Entry {
    Deed deed;
    std::string label;
    std::string about_name;  // of who vouched
    Time done_at;
};

// `label` is the device's ("Firefox on Android") or the passkey's name.
void note(sql::Transaction&, PersonId, Deed, std::string_view label, Time now,
          std::optional<PersonId> about = std::nullopt);
// What others can bring about again and again: once a day. Nothing happens for an id that nobody has.
void note_once_a_day(sql::Transaction&, PersonId, Deed, Time now);
// The newest first.
std::vector<Entry> log_of(sql::Transaction&, PersonId, std::size_t most);
void forget_old_log(sql::Transaction&, Time now);

}  // namespace proofs
}  // namespace kith
