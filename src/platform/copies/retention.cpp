#include "platform/copies/retention.hpp"

#include <chrono>
#include <set>

namespace kith::copies {

Forgotten forget(Store& store, WritingKey const& key, Retention const& retention, Time now) {
    auto const backups = listed_in(store, key);
    auto const oldest_kept = now - std::chrono::days{retention.days};
    Forgotten forgotten;
    std::set<std::string> wanted;
    for (std::size_t i = 0; i < backups.size(); ++i) {
        auto const newer = backups.size() - 1 - i;
        bool const goes =
            newer > 0 && (backups[i].made_at < oldest_kept || (retention.count && newer >= *retention.count));
        if (goes) {
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
