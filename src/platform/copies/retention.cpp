#include "platform/copies/retention.hpp"

#include <chrono>
#include <set>

namespace kith::copies {

namespace {

constexpr std::size_t others_held_back_min = 2;

// For each, the oldest first, whether it goes.
std::vector<bool> which_go(std::vector<Listed> const& backups, Retention const& retention, Time now) {
    auto const oldest_kept = now - std::chrono::days{retention.days};
    auto const kept_whole = now - std::chrono::days{days_kept_whole};
    std::vector<bool> goes(backups.size());
    for (std::size_t i = 0; i + 1 < backups.size(); ++i) {
        auto const newer = backups.size() - 1 - i;
        bool const last_of_day = iso_day(backups[i].made_at) != iso_day(backups[i + 1].made_at);
        goes[i] = backups[i].made_at < oldest_kept || (backups[i].made_at < kept_whole && !last_of_day) ||
                  (retention.count && newer >= *retention.count);
    }
    return goes;
}

bool all_too_old(std::vector<Listed> const& backups, Retention const& retention, Time now) {
    return backups.size() > others_held_back_min &&
           backups[backups.size() - 2].made_at < now - std::chrono::days{retention.days};
}

}  // namespace

Forgotten forget(Store& store, WritingKey const& key, Retention const& retention, Time now, Asked asked) {
    auto const backups = listed_in(store, key);
    Forgotten forgotten;
    if (asked == Asked::by_itself && all_too_old(backups, retention, now)) {
        forgotten.held_back = true;
        return forgotten;
    }
    auto const goes = which_go(backups, retention, now);
    std::set<std::string> wanted;
    for (std::size_t i = 0; i < backups.size(); ++i) {
        if (goes[i]) {
            store.remove(backups[i].name);
            ++forgotten.backups;
        } else {
            for (auto const& object : backups[i].objects) wanted.insert(path_of(object));
        }
    }
    // The lists first, for good: a backup without its objects must not be found after the power went.
    if (forgotten.backups > 0) store.settle();
    for (auto const& path : store.list(objects_beginning)) {
        if (wanted.contains(path)) continue;
        store.remove(path);
        ++forgotten.objects;
    }
    store.settle();
    return forgotten;
}

}  // namespace kith::copies
