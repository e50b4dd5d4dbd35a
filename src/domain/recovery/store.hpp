// Recoveries in the database.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/recovery/recovery.hpp"
#include "platform/sql/database.hpp"

namespace kith::recovery {

// The same statements whether there is such a person or not; without one, or with too many open, the row stands for
// nobody. `person` may be an id that nobody has.
void add(sql::Transaction&, PersonId person, std::string_view code, std::string_view password_hash, Time now);

// Those of a person that are not over, and that somebody has vouched for.
std::vector<Recovery> open_of(sql::Transaction&, PersonId, Time now);
// For a member who has been in a group with them long enough; nothing for anybody else, and for oneself.
std::optional<Spoken> find_spoken(sql::Transaction&, std::string_view code, PersonId voucher, Time now);
// False where they have vouched already.
bool add_vouch(sql::Transaction&, RecoveryId, PersonId voucher, GroupId, Time now);
std::int64_t vouches_of(sql::Transaction&, RecoveryId);
void set_due(sql::Transaction&, RecoveryId, Time due);

// False where it is not this person's.
bool remove(sql::Transaction&, PersonId, RecoveryId);
void remove_all(sql::Transaction&, PersonId);
struct Due {
    RecoveryId id;
    PersonId person;
    std::string password_hash;
};
std::vector<Due> due(sql::Transaction&, Time now);
void forget_past(sql::Transaction&, Time now);

}  // namespace kith::recovery
