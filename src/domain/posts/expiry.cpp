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

static sql::Statement const select_over{
    "SELECT post_id, answers_go FROM manners WHERE goes_at <= $1 ORDER BY goes_at LIMIT $2"};
static sql::Statement const select_answers{
    "SELECT id FROM posts WHERE thread_id = $1 AND NOT EXISTS "
    "(SELECT 1 FROM withdrawals WHERE withdrawals.post_id = posts.id) ORDER BY sequence"};

std::vector<Event> take_what_is_over(sql::Transaction& transaction, Time now) {
    struct Over {
        PostId post;
        bool answers_go;
    };
    std::vector<Event> events;
    auto const all = transaction.all(
        select_over, [](sql::Row const& row) { return Over{row.id<Post>(0), row.flag(1)}; }, now, expired_at_once_max);
    auto const end = [&](PostId id) {
        auto const post = find(transaction, id);
        if (!post) return;
        let_go(transaction, *post, now);
        events.push_back(told_of(*post, note_change(transaction, *post)));
    };
    for (auto const& over : all) {
        if (over.answers_go)
            for (auto const answer :
                 transaction.all(select_answers, [](sql::Row const& row) { return row.id<Post>(0); }, over.post))
                end(answer);
        end(over.post);
    }
    return events;
}

static sql::Statement const select_any_over{"SELECT 1 FROM manners WHERE goes_at <= $1 LIMIT 1"};

// Nearly always there is nothing to do, and looking costs the writers nothing.
void take_what_is_over(Services const& services, Time now) {
    auto const any = [&](sql::Transaction& transaction) { return transaction.any(select_any_over, now); };
    if (!services.database.read(any)) return;
    auto const events = services.database.write([&](sql::Transaction& transaction) -> Result<std::vector<Event>> {
        return take_what_is_over(transaction, now);
    });
    if (!events) return;
    for (auto const& event : *events) services.tell(event);
}

}  // namespace kith::posts
