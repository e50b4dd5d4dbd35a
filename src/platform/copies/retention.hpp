// Forgetting old backups: what was deleted in the place is deleted in its backups too, once the last one that was made
// before is gone.
#pragma once

#include <cstdint>
#include <optional>

#include "platform/copies/backup.hpp"

namespace kith::copies {

inline constexpr std::int64_t days_kept_usual = 30;
// Of what is older than so many days, the last of each day (UTC) is kept: somebody may back up every few minutes.
inline constexpr std::int64_t days_kept_whole = 2;

struct Retention {
    std::int64_t days = days_kept_usual;
    std::optional<std::size_t> count;  // no more than so many
};

struct Forgotten {
    std::uint64_t backups = 0, objects = 0;
    // All the earlier ones seemed too old at once: the clock may be wrong. Nothing was removed.
    bool held_back = false;
};

// By itself after a backup, it removes nothing where all the earlier ones (two or more) would go.
enum class Asked { by_itself, by_a_person };

// The newest is never forgotten. Also goes what no backup stands on: left over where one was cut short. Wants the
// store's lock. Nothing is removed where the list of a backup is damaged: Damaged is thrown.
Forgotten forget(Store&, WritingKey const&, Retention const&, Time now, Asked);

}  // namespace kith::copies
