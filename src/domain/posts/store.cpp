#include "domain/posts/store.hpp"

#include <algorithm>

#include "domain/files/store.hpp"
#include "domain/pens/store.hpp"
#include "domain/posts/manners.hpp"

namespace kith::posts {

// The columns of a post; `read_post` reads them in this order, and then whether it is withdrawn and
// whether hidden (2: quarantined).
#define KITH_OWN_COLUMNS                                                                                        \
    "posts.id, posts.group_id, posts.thread_id, posts.topic_id, posts.author_id, posts.quoted_id, posts.body, " \
    "posts.asks, posts.written_at, posts.version, posts.edited_at, posts.sequence, posts.active_sequence, "     \
    "posts.changed_sequence, posts.comment_count, posts.file_count, " KITH_PEN_COLUMNS ", "

#define KITH_POST_COLUMNS                                                                          \
    KITH_OWN_COLUMNS                                                                               \
    "EXISTS (SELECT 1 FROM withdrawals WHERE withdrawals.post_id = posts.id), "                    \
    "COALESCE((SELECT 1 + hidings.quarantined FROM hidings WHERE hidings.post_id = posts.id), 0) " \
    "FROM posts LEFT JOIN pens AS pen ON pen.id = posts.pen_id "

// A post as a page shows it; `read_shown` reads these. What becomes of posts is joined here, not asked for with EXISTS:
// a page has many rows, and SQLite opens a subquery anew for each.
#define KITH_SHOWN_COLUMNS                                                                                          \
    KITH_OWN_COLUMNS                                                                                                \
    "CASE WHEN withdrawn.post_id IS NULL THEN 0 ELSE 1 END, CASE WHEN hidden.post_id IS NULL THEN 0 ELSE 1 + "      \
    "hidden.quarantined END, "                                                                                      \
    "COALESCE(pen.name, author.name), belonging.capacity, topics.name, "                                            \
    "COALESCE(quoted_pen.name, quoted_author.name), quoted.body, "                                                  \
    "CASE WHEN quoted_withdrawn.post_id IS NULL THEN 0 ELSE 1 END, "                                                \
    "CASE WHEN quoted_hidden.post_id IS NULL THEN 0 ELSE 1 END, "                                                   \
    "posts.last_author_id, posts.answered, CASE WHEN polls.post_id IS NULL THEN 0 ELSE 1 END, " KITH_MANNER_COLUMNS \
    " FROM posts "                                                                                                  \
    "LEFT JOIN withdrawals AS withdrawn ON withdrawn.post_id = posts.id "                                           \
    "LEFT JOIN hidings AS hidden ON hidden.post_id = posts.id "                                                     \
    "LEFT JOIN people AS author ON author.id = posts.author_id "                                                    \
    "LEFT JOIN memberships AS belonging ON belonging.group_id = posts.group_id "                                    \
    "AND belonging.person_id = posts.author_id "                                                                    \
    "LEFT JOIN topics ON topics.id = posts.topic_id "                                                               \
    "LEFT JOIN posts AS quoted ON quoted.id = posts.quoted_id "                                                     \
    "LEFT JOIN people AS quoted_author ON quoted_author.id = quoted.author_id "                                     \
    "LEFT JOIN pens AS pen ON pen.id = posts.pen_id "                                                               \
    "LEFT JOIN pens AS quoted_pen ON quoted_pen.id = quoted.pen_id "                                                \
    "LEFT JOIN manners ON manners.post_id = posts.id "                                                              \
    "LEFT JOIN polls ON polls.post_id = posts.id "                                                                  \
    "LEFT JOIN withdrawals AS quoted_withdrawn ON quoted_withdrawn.post_id = quoted.id "                            \
    "LEFT JOIN hidings AS quoted_hidden ON quoted_hidden.post_id = quoted.id "

namespace {

Post read_post(sql::Row const& row) {
    Post post;
    post.id = row.id<Post>(0);
    post.group = row.id<Group>(1);
    post.thread = row.maybe_id<Post>(2);
    post.topic = row.maybe_id<Topic>(3);
    post.author = row.maybe_id<Person>(4);
    post.quoted = row.maybe_id<Post>(5);
    post.body = row.string(6);
    post.asks = row.flag(7);
    post.written_at = row.time(8);
    post.version = row.integer(9);
    post.edited_at = row.maybe_time(10);
    post.sequence = row.integer(11);
    post.active_sequence = row.integer(12);
    post.changed_sequence = row.integer(13);
    post.comment_count = row.integer(14);
    post.file_count = row.integer(15);
    post.pen = pens::read_pen(row, 16);
    post.withdrawn = row.flag(21);
    post.hidden = row.flag(22);
    post.quarantined = row.integer(22) == 2;
    return post;
}

Shown read_shown(sql::Row const& row) {
    return {read_post(row), row.string(23), capacity_from(row.text(24)),
            row.string(25), row.string(26), row.string(27),
            row.flag(28),   row.flag(29),   row.maybe_id<Person>(30),
            row.flag(31),   row.flag(32),   read_manner_columns(row, 33)};
}

// Most posts have none, and then nothing is asked.
std::vector<Shown> with_files(sql::Transaction& transaction, std::vector<Shown> all) {
    for (auto& shown : all)
        if (shown.post.file_count > 0) shown.files = files::of(transaction, shown.post.id);
    return all;
}

std::optional<PenId> pen_of(Post const& post) { return post.pen ? std::optional{post.pen->id} : std::nullopt; }

}  // namespace

static sql::Statement const select_post{"SELECT " KITH_POST_COLUMNS "WHERE posts.id = $1"};

std::optional<Post> find(sql::Transaction& transaction, PostId id) {
    return transaction.one(select_post, read_post, id);
}

static sql::Statement const select_of_member{
    "SELECT " KITH_POST_COLUMNS
    "WHERE posts.id = $1 AND EXISTS (SELECT 1 FROM memberships "
    "WHERE memberships.group_id = posts.group_id AND memberships.person_id = $2)"};

std::optional<Post> find_of_member(sql::Transaction& transaction, PostId id, PersonId member) {
    return transaction.one(select_of_member, read_post, id, member);
}

static sql::Statement const select_shown{"SELECT " KITH_SHOWN_COLUMNS "WHERE posts.id = $1"};

std::optional<Shown> find_shown(sql::Transaction& transaction, PostId id) {
    auto shown = transaction.one(select_shown, read_shown, id);
    if (shown && shown->post.file_count > 0) shown->files = files::of(transaction, id);
    return shown;
}

static sql::Statement const insert_post{
    "INSERT INTO posts (id, group_id, thread_id, topic_id, author_id, quoted_id, body, asks, written_at, version, "
    "sequence, active_sequence, changed_sequence, comment_count, last_author_id, answered, pen_id) "
    "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, 1, $10, $10, $10, 0, $11, 0, $12)"};

void add(sql::Transaction& transaction, Post const& post) {
    transaction.run(insert_post, post.id, post.group, post.thread, post.topic, post.author, post.quoted, post.body,
                    post.asks, post.written_at, post.sequence, post.writer(), pen_of(post));
}

// Whether somebody else has answered is said by the names that are shown: were it by who they are, "no answer yet"
// above an answer under a pen-name would tell whose it is.
static sql::Statement const count_comment{
    "UPDATE posts SET comment_count = comment_count + 1, active_sequence = $2, last_author_id = $3, "
    "answered = CASE WHEN answered = 1 THEN 1 WHEN pen_id IS NOT NULL AND pen_id = $5 THEN 0 "
    "WHEN pen_id IS NULL AND author_id IS NOT NULL AND author_id = $4 THEN 0 ELSE 1 END WHERE id = $1"};

void note_comment(sql::Transaction& transaction, Post const& comment) {
    transaction.run(count_comment, *comment.thread, comment.sequence, comment.writer(), comment.author,
                    pen_of(comment));
}

// Keyset paging: one statement a direction, each a walk along the index threads_of_group. Reading
// one row more than the page tells whether there is anything beyond.
static sql::Statement const select_threads_before{
    "SELECT " KITH_SHOWN_COLUMNS
    "WHERE posts.group_id = $1 AND posts.thread_id IS NULL AND posts.active_sequence < $2 "
    "ORDER BY posts.active_sequence DESC LIMIT $3"};
static sql::Statement const select_threads_after{
    "SELECT " KITH_SHOWN_COLUMNS
    "WHERE posts.group_id = $1 AND posts.thread_id IS NULL AND posts.active_sequence > $2 "
    "ORDER BY posts.active_sequence ASC LIMIT $3"};
static sql::Statement const select_topic_before{
    "SELECT " KITH_SHOWN_COLUMNS
    "WHERE posts.group_id = $1 AND posts.thread_id IS NULL AND posts.active_sequence < $2 AND posts.topic_id = $4 "
    "ORDER BY posts.active_sequence DESC LIMIT $3"};
static sql::Statement const select_topic_after{
    "SELECT " KITH_SHOWN_COLUMNS
    "WHERE posts.group_id = $1 AND posts.thread_id IS NULL AND posts.active_sequence > $2 AND posts.topic_id = $4 "
    "ORDER BY posts.active_sequence ASC LIMIT $3"};

static sql::Statement const select_comments_before{
    "SELECT " KITH_SHOWN_COLUMNS
    "WHERE posts.thread_id = $1 AND posts.sequence < $2 ORDER BY posts.sequence DESC LIMIT $3"};
static sql::Statement const select_comments_after{
    "SELECT " KITH_SHOWN_COLUMNS
    "WHERE posts.thread_id = $1 AND posts.sequence > $2 ORDER BY posts.sequence ASC LIMIT $3"};

PageOf threads(sql::Transaction& transaction, GroupId group, std::optional<TopicId> topic, Position from) {
    return make_page(
        from, threads_on_a_page, Shows::newest_first, [](Shown const& shown) { return shown.post.active_sequence; },
        [&](bool forward, std::int64_t edge, std::size_t most) {
            if (topic)
                return with_files(transaction, transaction.all(forward ? select_topic_after : select_topic_before,
                                                               read_shown, group, edge, most, *topic));
            return with_files(transaction, transaction.all(forward ? select_threads_after : select_threads_before,
                                                           read_shown, group, edge, most));
        });
}

PageOf comments(sql::Transaction& transaction, PostId thread, Position from) {
    return make_page(
        from, comments_on_a_page, Shows::oldest_first, [](Shown const& shown) { return shown.post.sequence; },
        [&](bool forward, std::int64_t edge, std::size_t most) {
            return with_files(transaction, transaction.all(forward ? select_comments_after : select_comments_before,
                                                           read_shown, thread, edge, most));
        });
}

static sql::Statement const select_after_it{
    "SELECT sequence FROM posts WHERE thread_id = $1 AND sequence > $2 ORDER BY sequence LIMIT $3"};

std::string place_of(sql::Transaction& transaction, Post const& post) {
    auto const head = "/posts/" + post.head().text();
    if (post.is_head()) return head;
    auto const after_it = transaction.all(
        select_after_it, [](sql::Row const& row) { return row.integer(0); }, post.head(), post.sequence,
        comments_on_a_page);
    bool const on_newest_page = after_it.size() < comments_on_a_page;
    auto const page = on_newest_page ? std::string{} : "?newer=" + std::to_string(post.sequence - 1);
    return head + page + "#post-" + post.id.text();
}

static sql::Statement const select_changed{
    "SELECT " KITH_SHOWN_COLUMNS
    "WHERE posts.group_id = $1 AND posts.changed_sequence > $2 ORDER BY posts.changed_sequence LIMIT $3"};

std::vector<Shown> changed_since(sql::Transaction& transaction, GroupId group, std::int64_t sequence,
                                 std::size_t most) {
    return with_files(transaction, transaction.all(select_changed, read_shown, group, sequence, most));
}

}  // namespace kith::posts
