#include "domain/posts/expiry.hpp"

#include "domain/posts/changes.hpp"
#include "domain/posts/manners.hpp"
#include "domain/posts/store.hpp"

namespace kith::posts {

namespace {

// Gone, and why its place is empty.
void let_go(sql::Transaction& transaction, Post const& post, Time now) {
    take_back(transaction, post, now);
    Manner gone;
    gone.gone_at = now;
    keep_manner(transaction, post, gone);
}

Event told_of(Post const& post, std::int64_t sequence) {
    Event event{.what = Event::What::changed};
    event.group = post.group;
    event.thread = post.head();
    event.post = post.id;
    event.sequence = sequence;
    return event;
}

}  // namespace

static sql::Statement const select_over{"SELECT post_id FROM manners WHERE goes_at <= $1 ORDER BY goes_at LIMIT $2"};
static sql::Statement const select_answers{
    "SELECT id FROM posts WHERE thread_id = $1 AND NOT EXISTS "
    "(SELECT 1 FROM withdrawals WHERE withdrawals.post_id = posts.id) ORDER BY sequence"};

namespace {

std::vector<Event> take(sql::Transaction& transaction, PostId over, Time now) {
    std::vector<Event> events;
    auto const end = [&](PostId id) {
        auto const post = find(transaction, id);
        if (!post) return;
        let_go(transaction, *post, now);
        events.push_back(told_of(*post, note_change(transaction, *post)));
    };
    // Changed meanwhile, or another was faster.
    auto const manner = manner_of(transaction, over);
    if (!manner.goes_at || *manner.goes_at > now) return events;
    if (manner.answers_go)
        for (auto const answer :
             transaction.all(select_answers, [](sql::Row const& row) { return row.id<Post>(0); }, over))
            end(answer);
    end(over);
    return events;
}

}  // namespace

// Nearly always there is nothing to do, and looking costs the writers nothing.
void take_what_is_over(Services const& services, Resting& resting, Time now) {
    auto const all = services.database.read([&](sql::Transaction& transaction) {
        return transaction.all(
            select_over, [](sql::Row const& row) { return row.id<Post>(0); }, now,
            expired_at_once_max + resting.count());
    });
    for (auto const id : all)
        resting.unless_it_rests(id.text(), now, [&] {
            auto const events =
                services.database.write([&](sql::Transaction& transaction) -> Result<std::vector<Event>> {
                    return take(transaction, id, now);
                });
            if (!events) return;
            for (auto const& event : *events) services.tell(event);
        });
}

}  // namespace kith::posts
