#include "domain/messages/store.hpp"

#include "domain/files/store.hpp"
#include "domain/messages/seats.hpp"

namespace kith::messages {

#define KITH_MESSAGE_COLUMNS                                                                                       \
    "messages.id, messages.conversation_id, messages.author_id, messages.kind, messages.body, messages.about_id, " \
    "messages.detail, messages.written_at, messages.sequence, messages.changed_sequence, messages.file_count, "    \
    "CASE WHEN message_withdrawals.message_id IS NULL THEN 0 ELSE 1 END "

#define KITH_SHOWN_MESSAGE                                                           \
    "SELECT " KITH_MESSAGE_COLUMNS                                                   \
    ", author.name, about.name FROM messages "                                       \
    "LEFT JOIN message_withdrawals ON message_withdrawals.message_id = messages.id " \
    "LEFT JOIN people AS author ON author.id = messages.author_id "                  \
    "LEFT JOIN people AS about ON about.id = messages.about_id "

namespace {

Message read_message(sql::Row const& row) {
    Message message;
    message.id = row.id<Message>(0);
    message.conversation = row.id<Conversation>(1);
    message.author = row.maybe_id<Person>(2);
    message.kind = message_kind_from(row.text(3));
    message.body = row.string(4);
    message.about = row.maybe_id<Person>(5);
    message.detail = row.string(6);
    message.written_at = row.time(7);
    message.sequence = row.integer(8);
    message.changed_sequence = row.integer(9);
    message.file_count = row.integer(10);
    message.withdrawn = row.flag(11);
    return message;
}

Shown read_shown(sql::Row const& row) { return {read_message(row), row.string(12), row.string(13)}; }

// Most messages have none, and then nothing is asked.
std::vector<Shown> with_files(sql::Transaction& transaction, std::vector<Shown> all) {
    for (auto& shown : all)
        if (shown.message.file_count > 0) shown.files = files::of(transaction, shown.message.id);
    return all;
}

}  // namespace

static sql::Statement const insert_message{
    "INSERT INTO messages (id, conversation_id, author_id, kind, body, about_id, detail, written_at, sequence, "
    "changed_sequence) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9)"};

void add(sql::Transaction& transaction, Message const& message) {
    transaction.run(insert_message, message.id, message.conversation, message.author, stored(message.kind),
                    message.body, message.about, message.detail, message.written_at, message.sequence);
}

static sql::Statement const select_message{
    "SELECT " KITH_MESSAGE_COLUMNS
    "FROM messages LEFT JOIN message_withdrawals ON message_withdrawals.message_id = messages.id "
    "WHERE messages.id = $1"};

std::optional<Message> find(sql::Transaction& transaction, MessageId id) {
    return transaction.one(select_message, read_message, id);
}

static sql::Statement const select_shown{KITH_SHOWN_MESSAGE "WHERE messages.id = $1"};

std::optional<Shown> find_shown(sql::Transaction& transaction, MessageId id) {
    auto shown = transaction.one(select_shown, read_shown, id);
    if (shown && shown->message.file_count > 0) shown->files = files::of(transaction, id);
    return shown;
}

static sql::Statement const select_before{
    KITH_SHOWN_MESSAGE
    "WHERE messages.conversation_id = $1 AND messages.sequence > $2 AND messages.sequence < $3 "
    "AND messages.written_at >= $4 ORDER BY messages.sequence DESC LIMIT $5"};
static sql::Statement const select_after{
    KITH_SHOWN_MESSAGE
    "WHERE messages.conversation_id = $1 AND messages.sequence > $2 AND messages.sequence < $3 "
    "AND messages.written_at >= $4 ORDER BY messages.sequence ASC LIMIT $5"};

Paged<Shown> page(sql::Transaction& transaction, Seated const& seated, Position from, Time now) {
    auto const& [conversation, mine, _] = seated;
    auto const since = kept_since(conversation.retention, now);
    auto const end = mine.until_sequence ? *mine.until_sequence + 1 : INT64_MAX;
    return make_page(
        from, messages_on_a_page, Shows::oldest_first, [](Shown const& shown) { return shown.message.sequence; },
        [&](bool forward, std::int64_t edge, std::size_t most) {
            auto const after = forward ? std::max(edge, mine.from_sequence) : mine.from_sequence;
            auto const before = forward ? end : std::min(edge, end);
            return with_files(transaction, transaction.all(forward ? select_after : select_before, read_shown,
                                                           conversation.id, after, before, since, most));
        });
}

static sql::Statement const select_changed{
    KITH_SHOWN_MESSAGE
    "WHERE messages.conversation_id = $1 AND messages.changed_sequence > $2 AND messages.written_at >= $3 "
    "ORDER BY messages.changed_sequence LIMIT $4"};

std::vector<Shown> changed_since(sql::Transaction& transaction, ConversationId id, std::int64_t sequence, Time since,
                                 std::size_t most) {
    return with_files(transaction, transaction.all(select_changed, read_shown, id, sequence, since, most));
}

static sql::Statement const insert_withdrawal{
    "INSERT INTO message_withdrawals (message_id, conversation_id, withdrawn_at) VALUES ($1, $2, $3) "
    "ON CONFLICT DO NOTHING"};
static sql::Statement const empty_message{"UPDATE messages SET body = '', changed_sequence = $2 WHERE id = $1"};
static sql::Statement const delete_told{"DELETE FROM told_in_messages WHERE message_id = $1"};

std::int64_t take_back(sql::Transaction& transaction, Message const& message, Time now) {
    auto const sequence = next_sequence(transaction, message.conversation);
    transaction.run(insert_withdrawal, message.id, message.conversation, now);
    transaction.run(empty_message, message.id, sequence);
    transaction.run(delete_told, message.id);
    files::forget(transaction, message.id);
    return sequence;
}

static sql::Statement const select_said{
    "SELECT " KITH_MESSAGE_COLUMNS
    "FROM messages LEFT JOIN message_withdrawals ON message_withdrawals.message_id = messages.id "
    "WHERE messages.conversation_id = $1 AND messages.author_id = $2 AND messages.kind = 'words' "
    "AND message_withdrawals.message_id IS NULL ORDER BY messages.sequence"};

std::int64_t take_back_all(sql::Transaction& transaction, ConversationId id, PersonId person, Time now) {
    std::int64_t sequence = 0;
    for (auto const& message : transaction.all(select_said, read_message, id, person))
        sequence = take_back(transaction, message, now);
    return sequence;
}

static sql::Statement const delete_old{
    "DELETE FROM messages WHERE conversation_id IN (SELECT id FROM conversations WHERE retention = $1) "
    "AND written_at < $2"};
static sql::Statement const delete_old_in{"DELETE FROM messages WHERE conversation_id = $1 AND written_at < $2"};

std::int64_t sweep(sql::Transaction& transaction, Time now) {
    std::int64_t gone = 0;
    for (auto const retention : retentions)
        if (retention != Retention::keep)
            gone += transaction.run(delete_old, stored(retention), kept_since(retention, now));
    return gone;
}

void sweep(sql::Transaction& transaction, ConversationId id, Time since) { transaction.run(delete_old_in, id, since); }

}  // namespace kith::messages
