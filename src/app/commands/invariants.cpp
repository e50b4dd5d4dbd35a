#include "app/commands/invariants.hpp"

#include <array>

namespace kith::app {

static sql::Statement const without_facilitator{
    "SELECT count(*) FROM groups WHERE EXISTS (SELECT 1 FROM memberships WHERE memberships.group_id = groups.id) "
    "AND NOT EXISTS (SELECT 1 FROM memberships WHERE memberships.group_id = groups.id AND role = 'facilitator')"};

static sql::Statement const without_agreement{
    "SELECT count(*) FROM groups WHERE NOT EXISTS (SELECT 1 FROM agreements WHERE agreements.group_id = groups.id)"};

static sql::Statement const wrong_comment_count{
    "SELECT count(*) FROM posts AS head WHERE head.thread_id IS NULL AND head.comment_count <> "
    "(SELECT count(*) FROM posts AS comment WHERE comment.thread_id = head.id)"};

static sql::Statement const wrong_last_author{
    "SELECT count(*) FROM posts AS head JOIN posts AS latest ON latest.thread_id = head.id "
    "AND latest.sequence = head.active_sequence LEFT JOIN pens ON pens.id = latest.pen_id "
    "WHERE head.last_author_id IS NOT NULL AND (COALESCE(latest.author_id, pens.person_id) IS NULL "
    "OR COALESCE(latest.author_id, pens.person_id) <> head.last_author_id)"};

static sql::Statement const named_under_pen{
    "SELECT count(*) FROM posts WHERE pen_id IS NOT NULL AND (author_id IS NOT NULL OR written_at % 3600000 <> 0 "
    "OR NOT EXISTS (SELECT 1 FROM pens WHERE pens.id = posts.pen_id AND pens.group_id = posts.group_id))"};

static sql::Statement const comment_elsewhere{
    "SELECT count(*) FROM posts AS comment LEFT JOIN posts AS head ON head.id = comment.thread_id "
    "WHERE comment.thread_id IS NOT NULL "
    "AND (head.id IS NULL OR head.group_id <> comment.group_id OR head.thread_id IS NOT NULL)"};

static sql::Statement const sequence_twice{
    "SELECT count(*) FROM (SELECT group_id, sequence FROM posts GROUP BY group_id, sequence HAVING count(*) > 1) AS "
    "twice"};

static sql::Statement const sequence_ahead{
    "SELECT count(*) FROM posts JOIN groups ON groups.id = posts.group_id WHERE posts.sequence > groups.sequence "
    "OR posts.active_sequence > groups.sequence OR posts.changed_sequence > groups.sequence "
    "OR posts.active_sequence < posts.sequence OR posts.changed_sequence < posts.sequence"};

static sql::Statement const topic_elsewhere{
    "SELECT count(*) FROM posts JOIN topics ON topics.id = posts.topic_id WHERE topics.group_id <> posts.group_id"};

static sql::Statement const author_gone{
    "SELECT count(*) FROM posts WHERE author_id IS NOT NULL "
    "AND NOT EXISTS (SELECT 1 FROM people WHERE people.id = posts.author_id)"};

static sql::Statement const withdrawn_with_text{
    "SELECT count(*) FROM withdrawals JOIN posts ON posts.id = withdrawals.post_id WHERE posts.body <> ''"};

static sql::Statement const accepted_ahead{
    "SELECT count(*) FROM acceptances WHERE NOT EXISTS (SELECT 1 FROM agreements "
    "WHERE agreements.group_id = acceptances.group_id AND agreements.version = acceptances.version)"};

static sql::Statement const message_twice{
    "SELECT count(*) FROM (SELECT conversation_id, sequence FROM messages GROUP BY conversation_id, sequence "
    "HAVING count(*) > 1) AS twice"};

static sql::Statement const message_ahead{
    "SELECT count(*) FROM messages JOIN conversations ON conversations.id = messages.conversation_id "
    "WHERE messages.sequence > conversations.sequence OR messages.changed_sequence > conversations.sequence "
    "OR messages.changed_sequence < messages.sequence"};

static sql::Statement const message_back_with_text{
    "SELECT count(*) FROM message_withdrawals JOIN messages ON messages.id = message_withdrawals.message_id "
    "WHERE messages.body <> ''"};

static sql::Statement const conversation_unseated{
    "SELECT count(*) FROM conversations WHERE NOT EXISTS (SELECT 1 FROM seats "
    "WHERE seats.conversation_id = conversations.id AND seats.left_it = 0)"};

static sql::Statement const inbox_behind{
    "SELECT count(*) FROM seats WHERE seats.moved_sequence > COALESCE("
    "(SELECT inboxes.sequence FROM inboxes WHERE inboxes.person_id = seats.person_id), 0)"};
static sql::Statement const ask_without_end{
    "SELECT count(*) FROM asks WHERE NOT EXISTS (SELECT 1 FROM ask_ends WHERE ask_ends.ask_id = asks.id) "
    "AND NOT EXISTS (SELECT 1 FROM ask_dues WHERE ask_dues.ask_id = asks.id AND ask_dues.what IN ('close', 'rest'))"};

static sql::Statement const pass_outlives_ask{
    "SELECT count(*) FROM ask_passes JOIN ask_ends ON ask_ends.ask_id = ask_passes.ask_id"};

static sql::Statement const answered_twice{
    "SELECT count(*) FROM ask_passes JOIN ask_offers ON ask_offers.ask_id = ask_passes.ask_id "
    "AND ask_offers.person_id = ask_passes.person_id"};

std::span<Invariant const> invariants() {
    static std::array const all{
        Invariant{"Every group with members has a facilitator", &without_facilitator},
        Invariant{"Every group has an agreement", &without_agreement},
        Invariant{"A thread's count of comments is how many there are", &wrong_comment_count},
        Invariant{"Who answered last is who wrote the last comment", &wrong_last_author},
        Invariant{"Every comment lies under a thread of its own group", &comment_elsewhere},
        Invariant{"No two posts of a group have the same place in its order", &sequence_twice},
        Invariant{"No post is ahead of its group's count", &sequence_ahead},
        Invariant{"Every topic belongs to the group of its posts", &topic_elsewhere},
        Invariant{"Every author is a person who is still here", &author_gone},
        Invariant{"Under a pen of its group there is no author, and no moment sharper than the hour", &named_under_pen},
        Invariant{"What was taken back has no text", &withdrawn_with_text},
        Invariant{"Every open ask ends some day", &ask_without_end},
        Invariant{"No pass outlives its ask", &pass_outlives_ask},
        Invariant{"Nobody has both offered and passed", &answered_twice},
        Invariant{"Nobody has accepted an agreement that never was", &accepted_ahead},
        Invariant{"No two messages of a conversation have the same place in its order", &message_twice},
        Invariant{"No message is ahead of its conversation's count", &message_ahead},
        Invariant{"A message that was taken back has no text", &message_back_with_text},
        Invariant{"Every conversation has somebody who can read it", &conversation_unseated},
        Invariant{"Nobody's conversations are ahead of their own count", &inbox_behind},
    };
    return all;
}

std::int64_t count_broken(sql::Transaction& transaction, Invariant const& invariant) {
    return transaction.one(*invariant.broken, [](sql::Row const& row) { return row.integer(0); }).value_or(0);
}

}  // namespace kith::app
