// How much room there is for files: of one person in a month and in all that is kept, and of the place.
//
// What becomes of a file is counted, not what was sent; a file that still arrives counts as long as it says it is. What
// is taken back makes room again; the month's sum stays. The bounds are for disks, so two files at the same moment may
// go a little beyond them.
#pragma once

#include <cstdint>

#include "base/result.hpp"
#include "base/time.hpp"
#include "domain/ids.hpp"
#include "platform/sql/database.hpp"

namespace kith::files {

inline constexpr std::int64_t sent_in_a_month_bytes_max = std::int64_t{300} << 20;
inline constexpr std::int64_t kept_of_person_bytes_max = std::int64_t{1} << 30;

// Whether one more of so many bytes may come. Invalid at `file` where not, in words for its sender.
Result<void> room_for(sql::Transaction&, PersonId, std::int64_t bytes, std::int64_t place_bytes_max, Time now);

// In the transaction in which a file was made.
void count_sent(sql::Transaction&, PersonId, std::int64_t bytes, Time now);
// Of months that are over.
void forget_sent(sql::Transaction&, Time now);

// What is kept of one person's: said under any of their names, or not said yet; and of all.
std::int64_t kept_of(sql::Transaction&, PersonId);
std::int64_t kept_in_all(sql::Transaction&);

}  // namespace kith::files
