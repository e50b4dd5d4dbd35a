#include "platform/live/telling.hpp"

#include <algorithm>
#include <array>
#include <mutex>
#include <unordered_map>

namespace kith::live {

namespace {

// Up to where each circle that somebody listens to has been told. Circles share a lock, a few each: it
// is held while a change is read and rendered, so that one thread tells a circle at a time.
struct Told {
    std::mutex mutex;
    std::unordered_map<CircleId, std::int64_t> upto;
};

Told& told_in(CircleId circle) {
    static std::array<Told, 64> all;
    return all[std::hash<CircleId>{}(circle) % all.size()];
}

Chunk chunk_of(CircleId circle, Change const& change) {
    return make_chunk({circle, change.sequence}, change.event, change.data);
}

}  // namespace

// Reads what changed; tells it outside the transaction.
void tell(Place const& place, Source const& source, CircleId circle, std::int64_t upto) {
    auto& told = told_in(circle);
    std::lock_guard const lock{told.mutex};
    if (place.hub.present(circle).empty()) {
        told.upto.erase(circle);
        return;
    }
    auto& reached = told.upto.try_emplace(circle, upto - 1).first->second;
    while (reached < upto) {
        auto const changes = place.database.read([&](sql::Transaction& transaction) {
            return source.changes(transaction, circle, reached, live_changes_max, place.now());
        });
        for (auto const& change : changes) {
            place.hub.tell(circle, chunk_of(circle, change));
            reached = std::max(reached, change.sequence);
        }
        if (changes.empty()) reached = upto;  // what it announced has changed again, or is gone
    }
}

std::optional<Missed> missed(sql::Transaction& transaction, Wanted const& wanted, ListenerId listener, Time now) {
    auto const standing = wanted.source->standing(transaction, wanted.circle, listener);
    if (!standing) return std::nullopt;
    Missed found{{wanted.circle, standing->now}, false, {}};
    if (!wanted.heard || *wanted.heard >= standing->now) return found;
    auto const after = std::max(*wanted.heard, standing->from);
    found.changes = wanted.source->changes(transaction, wanted.circle, after, live_changes_max + 1, now);
    if (found.changes.size() > live_changes_max) {
        found.changes.clear();
        found.too_much = true;
    }
    return found;
}

std::shared_ptr<void> listen(Place const& place, Ear const& ear, std::vector<Wanted> const& wanted,
                             std::shared_ptr<http::EventSink> sink) {
    std::vector<CircleId> circles;
    Cursor begin;
    for (auto const& each : wanted) {
        circles.push_back(each.circle);
        begin.push_back({each.circle, each.heard.value_or(0)});
    }
    auto const page = std::make_shared<LivePage>(std::move(sink), std::move(begin));
    auto subscription = place.hub.listen(ear.listener, ear.session, circles, page);
    for (auto const& each : wanted) {
        auto& told = told_in(each.circle);
        std::lock_guard const lock{told.mutex};
        auto const found = place.database.read(
            [&](sql::Transaction& transaction) { return missed(transaction, each, ear.listener, place.now()); });
        // Whoever left since the gate was passed is parted here; whoever leaves from now on, by the event.
        if (!found) {
            place.hub.part(ear.listener, each.circle);
            page->drop(each.circle);
            continue;
        }
        told.upto.try_emplace(each.circle, found->now.sequence);
        std::vector<Chunk> chunks;
        if (found->too_much) chunks.push_back(make_chunk(found->now, "reload", "{}"));
        for (auto const& change : found->changes) chunks.push_back(chunk_of(each.circle, change));
        page->catch_up(found->now, chunks);
    }
    page->begin();
    return subscription;
}

}  // namespace kith::live
