#include "domain/posts/changes.hpp"

#include "domain/files/store.hpp"
#include "domain/groups/store.hpp"
#include "domain/posts/drafts.hpp"
#include "domain/screening/screening.hpp"

namespace kith::posts {

static sql::Statement const update_changed{"UPDATE posts SET changed_sequence = $2 WHERE id = $1"};

std::int64_t note_change(sql::Transaction& transaction, Post const& post) {
    auto const sequence = groups::next_sequence(transaction, post.group);
    transaction.run(update_changed, post.id, sequence);
    return sequence;
}

static sql::Statement const update_body{
    "UPDATE posts SET body = $3, version = version + 1, edited_at = $4 WHERE id = $1 AND version = $2"};
static sql::Statement const insert_version{
    "INSERT INTO post_versions (post_id, group_id, version, body, written_at) VALUES ($1, $2, $3, $4, $5)"};

bool rewrite(sql::Transaction& transaction, Post const& post, std::string_view body, Time now) {
    if (transaction.run(update_body, post.id, post.version, body, now) == 0) return false;
    transaction.run(insert_version, post.id, post.group, post.version, post.body,
                    post.edited_at.value_or(post.written_at));
    return true;
}

static sql::Statement const insert_withdrawal{
    "INSERT INTO withdrawals (post_id, group_id, withdrawn_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING"};
static sql::Statement const empty_post{
    "UPDATE posts SET body = '', asks = 0, quoted_id = NULL, version = version + 1 WHERE id = $1"};
static sql::Statement const delete_versions{"DELETE FROM post_versions WHERE post_id = $1"};
static sql::Statement const delete_reactions{"DELETE FROM reactions WHERE post_id = $1"};
static sql::Statement const delete_manner{"DELETE FROM manners WHERE post_id = $1"};

// The choices of a poll are words of its author's too.
static sql::Statement const delete_poll{"DELETE FROM polls WHERE post_id = $1"};

void take_back(sql::Transaction& transaction, Post const& post, Time now) {
    transaction.run(insert_withdrawal, post.id, post.group, now);
    remove_words(transaction, post);
}

void remove_words(sql::Transaction& transaction, Post const& post) {
    transaction.run(empty_post, post.id);
    transaction.run(delete_versions, post.id);
    transaction.run(delete_reactions, post.id);
    transaction.run(delete_manner, post.id);
    transaction.run(delete_poll, post.id);
    files::forget(transaction, post.id);
    screening::forget(transaction, post.id);
    if (auto const writer = post.writer())
        forget_draft(transaction, *writer, DraftPlace{DraftPlace::Kind::post, post.id.bytes}.text());
}

static sql::Statement const select_versions{
    "SELECT version, body, written_at FROM post_versions WHERE post_id = $1 ORDER BY version DESC LIMIT $2"};

std::vector<PostVersion> versions(sql::Transaction& transaction, PostId id) {
    constexpr int versions_shown_max = 200;
    return transaction.all(
        select_versions, [](sql::Row const& row) { return PostVersion{row.integer(0), row.string(1), row.time(2)}; },
        id, versions_shown_max);
}

}  // namespace kith::posts
