#include "domain/posts/leaving.hpp"

#include "domain/files/store.hpp"
#include "domain/pens/store.hpp"
#include "domain/posts/held.hpp"

namespace kith::posts {

static sql::Statement const delete_reactions{"DELETE FROM reactions WHERE group_id = $1 AND person_id = $2"};
static sql::Statement const remove_name{"UPDATE posts SET author_id = NULL WHERE group_id = $1 AND author_id = $2"};

// The threads of a group are walked along their index: leaving is rare.
static sql::Statement const forget_last_word{
    "UPDATE posts SET last_author_id = NULL WHERE group_id = $1 AND thread_id IS NULL AND last_author_id = $2"};

static sql::Statement const delete_votes{"DELETE FROM poll_votes WHERE group_id = $1 AND person_id = $2"};

void keep_without_name(sql::Transaction& transaction, GroupId group, PersonId person) {
    pens::let_go(transaction, group, person);
    transaction.run(delete_votes, group, person);
    transaction.run(forget_last_word, group, person);
    transaction.run(delete_reactions, group, person);
    transaction.run(remove_name, group, person);
}

// SQLite would take ON for a join, were there no WHERE before it.
static sql::Statement const insert_withdrawals{
    "INSERT INTO withdrawals (post_id, group_id, withdrawn_at) "
    "SELECT id, group_id, $3 FROM posts WHERE group_id = $1 AND author_id = $2 ON CONFLICT DO NOTHING"};
static sql::Statement const delete_versions{
    "DELETE FROM post_versions WHERE group_id = $1 AND post_id IN "
    "(SELECT id FROM posts WHERE group_id = $1 AND author_id = $2)"};
static sql::Statement const delete_support_received{
    "DELETE FROM reactions WHERE group_id = $1 AND post_id IN "
    "(SELECT id FROM posts WHERE group_id = $1 AND author_id = $2)"};
static sql::Statement const delete_manners{
    "DELETE FROM manners WHERE group_id = $1 AND post_id IN "
    "(SELECT id FROM posts WHERE group_id = $1 AND author_id = $2)"};
static sql::Statement const empty_posts{
    "UPDATE posts SET body = '', asks = 0, edited_at = NULL, file_count = 0, author_id = NULL WHERE group_id = $1 AND "
    "author_id = $2"};

static sql::Statement const delete_files{
    "DELETE FROM files WHERE group_id = $1 AND post_id IN "
    "(SELECT id FROM posts WHERE group_id = $1 AND author_id = $2)"};

static sql::Statement const delete_polls{
    "DELETE FROM polls WHERE group_id = $1 AND post_id IN "
    "(SELECT id FROM posts WHERE group_id = $1 AND author_id = $2)"};

void withdraw_all(sql::Transaction& transaction, GroupId group, PersonId person, Time now) {
    pens::let_go(transaction, group, person);
    transaction.run(delete_votes, group, person);
    transaction.run(delete_polls, group, person);
    transaction.run(delete_files, group, person);
    transaction.run(forget_last_word, group, person);
    transaction.run(delete_reactions, group, person);
    transaction.run(delete_support_received, group, person);
    transaction.run(insert_withdrawals, group, person, now);
    transaction.run(delete_versions, group, person);
    transaction.run(delete_manners, group, person);
    transaction.run(empty_posts, group, person);
}

static sql::Statement const delete_drafts{"DELETE FROM drafts WHERE group_id = $1 AND person_id = $2"};

void forget_drafts(sql::Transaction& transaction, GroupId group, PersonId person) {
    transaction.run(delete_drafts, group, person);
    forget_held(transaction, group, person);
    files::forget_unsaid(transaction, group, person);
}

}  // namespace kith::posts
