#include "domain/messages/seats.hpp"

#include <algorithm>

namespace kith::messages {

static sql::Statement const insert_conversation{
    "INSERT INTO conversations (id, kind, sequence, retention, made_at) VALUES ($1, $2, 0, $3, $4)"};

void add(sql::Transaction& transaction, Conversation const& conversation, Time now) {
    transaction.run(insert_conversation, conversation.id, stored(conversation.kind), stored(conversation.retention),
                    now);
}

static sql::Statement const count_on{
    "UPDATE conversations SET sequence = sequence + 1 WHERE id = $1 RETURNING sequence"};

std::int64_t next_sequence(sql::Transaction& transaction, ConversationId id) {
    return transaction.one(count_on, [](sql::Row const& row) { return row.integer(0); }, id).value_or(0);
}

static sql::Statement const select_retention{"SELECT retention FROM conversations WHERE id = $1"};

Retention retention_of(sql::Transaction& transaction, ConversationId id) {
    return transaction.one(
                          select_retention, [](sql::Row const& row) { return retention_from(row.text(0)); }, id)
        .value_or(std::nullopt)
        .value_or(Retention::keep);
}

static sql::Statement const update_retention{"UPDATE conversations SET retention = $2 WHERE id = $1"};

void set_retention(sql::Transaction& transaction, ConversationId id, Retention retention) {
    transaction.run(update_retention, id, stored(retention));
}

static sql::Statement const select_conversation{"SELECT kind, sequence, retention FROM conversations WHERE id = $1"};
static sql::Statement const select_seats{
    "SELECT people.id, people.name, people.capacity, seats.from_sequence, seats.until_sequence, seats.left_it, "
    "seats.seen_sequence, seats.muted FROM seats JOIN people ON people.id = seats.person_id "
    "WHERE seats.conversation_id = $1 ORDER BY people.name, people.id"};

static Seat read_seat(sql::Row const& row) {
    Seat seat;
    seat.person = row.id<Person>(0);
    seat.name = row.string(1);
    seat.capacity = capacity_from(row.text(2)).value_or(Capacity::practitioner);
    seat.from_sequence = row.integer(3);
    if (!row.is_null(4)) seat.until_sequence = row.integer(4);
    seat.left_it = row.flag(5);
    seat.seen_sequence = row.integer(6);
    seat.muted = row.flag(7);
    return seat;
}

std::vector<Seat> seats_of(sql::Transaction& transaction, ConversationId id) {
    return transaction.all(select_seats, read_seat, id);
}

// Who is in it decides first: for all others the same one look into the index, whether it is there or not.
std::optional<Seated> find_seated(sql::Transaction& transaction, ConversationId id, PersonId person) {
    auto seats = seats_of(transaction, id);
    auto const mine = std::ranges::find(seats, person, &Seat::person);
    if (mine == seats.end() || mine->left_it) return std::nullopt;
    Seated seated;
    seated.mine = std::move(*mine);
    seats.erase(mine);
    // Whose seat has ended learns of nobody who came afterwards: they may share no group.
    if (auto const& until = seated.mine.until_sequence)
        std::erase_if(seats, [&](Seat const& other) { return other.from_sequence >= *until; });
    seated.others = std::move(seats);
    auto const conversation = transaction.one(
        select_conversation,
        [&](sql::Row const& row) {
            return Conversation{id, conversation_kind_from(row.text(0)), row.integer(1),
                                retention_from(row.text(2)).value_or(Retention::keep)};
        },
        id);
    if (!conversation) return std::nullopt;
    seated.conversation = *conversation;
    return seated;
}

static sql::Statement const select_between{
    "SELECT conversations.id FROM seats AS mine "
    "JOIN conversations ON conversations.id = mine.conversation_id AND conversations.kind = 'two' "
    "JOIN seats AS theirs ON theirs.conversation_id = mine.conversation_id AND theirs.person_id = $2 "
    "WHERE mine.person_id = $1 AND mine.until_sequence IS NULL AND theirs.until_sequence IS NULL LIMIT 1"};

std::optional<ConversationId> between(sql::Transaction& transaction, PersonId one, PersonId other) {
    return transaction.one(select_between, [](sql::Row const& row) { return row.id<Conversation>(0); }, one, other);
}

static sql::Statement const upsert_seat{
    "INSERT INTO seats (conversation_id, person_id, from_sequence, until_sequence, left_it, taken_at, seen_sequence, "
    "news_sequence, muted, moved_sequence) VALUES ($1, $2, $3, NULL, 0, $4, $3, $3, 0, 0) "
    "ON CONFLICT (conversation_id, person_id) DO UPDATE SET from_sequence = $3, until_sequence = NULL, left_it = 0, "
    "taken_at = $4, seen_sequence = $3, news_sequence = $3, muted = 0"};

void seat(sql::Transaction& transaction, ConversationId id, PersonId person, std::int64_t from, Time now) {
    transaction.run(upsert_seat, id, person, from, now);
}

static sql::Statement const update_end{
    "UPDATE seats SET until_sequence = COALESCE(until_sequence, $3), left_it = $4 "
    "WHERE conversation_id = $1 AND person_id = $2"};

static sql::Statement const delete_notices{"DELETE FROM notices WHERE person_id = $1 AND conversation_id = $2"};

void end_seat(sql::Transaction& transaction, ConversationId id, PersonId person, std::int64_t until, Ends ends) {
    transaction.run(update_end, id, person, until, ends == Ends::left);
    transaction.run(delete_notices, person, id);
}

static sql::Statement const delete_empty{
    "DELETE FROM conversations WHERE id = $1 AND NOT EXISTS "
    "(SELECT 1 FROM seats WHERE seats.conversation_id = $1 AND seats.left_it = 0)"};

void remove_if_empty(sql::Transaction& transaction, ConversationId id) { transaction.run(delete_empty, id); }

static sql::Statement const count_inbox{
    "INSERT INTO inboxes (person_id, sequence) VALUES ($1, 1) "
    "ON CONFLICT (person_id) DO UPDATE SET sequence = inboxes.sequence + 1 RETURNING sequence"};
static sql::Statement const select_active{
    "SELECT person_id FROM seats WHERE conversation_id = $1 AND until_sequence IS NULL ORDER BY person_id"};
static sql::Statement const update_moved{
    "UPDATE seats SET moved_sequence = $3 WHERE conversation_id = $1 AND person_id = $2"};
static sql::Statement const update_news{
    "UPDATE seats SET moved_sequence = $3, news_sequence = $4 WHERE conversation_id = $1 AND person_id = $2"};

// In the order of ids, so that two conversations that move at once do not wait for each other.
void note_move(sql::Transaction& transaction, ConversationId id, std::int64_t sequence, PersonId by, News news) {
    for (auto const person :
         transaction.all(select_active, [](sql::Row const& row) { return row.id<Person>(0); }, id)) {
        auto const moved =
            transaction.one(count_inbox, [](sql::Row const& row) { return row.integer(0); }, person).value_or(0);
        if (news == News::yes && person != by)
            transaction.run(update_news, id, person, moved, sequence);
        else
            transaction.run(update_moved, id, person, moved);
    }
}

static sql::Statement const update_seen{
    "UPDATE seats SET seen_sequence = $3 WHERE conversation_id = $1 AND person_id = $2 AND seen_sequence < $3"};

static sql::Statement const update_notices{
    "UPDATE notices SET read_at = $3 WHERE person_id = $1 AND conversation_id = $2 AND read_at IS NULL"};

void note_seen(sql::Transaction& transaction, ConversationId id, PersonId person, std::int64_t upto, Time now) {
    transaction.run(update_seen, id, person, upto);
    transaction.run(update_notices, person, id, now);
}

static sql::Statement const update_muted{"UPDATE seats SET muted = $3 WHERE conversation_id = $1 AND person_id = $2"};

void set_muted(sql::Transaction& transaction, ConversationId id, PersonId person, bool muted) {
    transaction.run(update_muted, id, person, muted);
}

static sql::Statement const select_inbox{"SELECT sequence FROM inboxes WHERE person_id = $1"};

std::int64_t inbox_sequence(sql::Transaction& transaction, PersonId person) {
    return transaction.one(select_inbox, [](sql::Row const& row) { return row.integer(0); }, person).value_or(0);
}

static sql::Statement const select_news{
    "SELECT 1 FROM seats WHERE person_id = $1 AND news_sequence > seen_sequence AND muted = 0 AND left_it = 0 LIMIT 1"};

bool has_news(sql::Transaction& transaction, PersonId person) { return transaction.any(select_news, person); }

#define KITH_LISTED_COLUMNS                                                                                        \
    "SELECT seats.conversation_id, seats.moved_sequence, seats.news_sequence > seats.seen_sequence, seats.muted, " \
    "seats.until_sequence IS NULL, COALESCE((SELECT messages.written_at FROM messages "                            \
    " WHERE messages.conversation_id = seats.conversation_id AND messages.sequence > seats.from_sequence "         \
    " AND (seats.until_sequence IS NULL OR messages.sequence <= seats.until_sequence) "                            \
    " ORDER BY messages.sequence DESC LIMIT 1), seats.taken_at) "                                                  \
    "FROM seats WHERE seats.person_id = $1 AND seats.left_it = 0 "

static Listed read_listed(sql::Row const& row) {
    return {row.id<Conversation>(0), row.integer(1), row.flag(2), row.flag(3), row.flag(4), row.time(5)};
}

static sql::Statement const select_moved_before{
    KITH_LISTED_COLUMNS "AND seats.moved_sequence < $2 ORDER BY seats.moved_sequence DESC LIMIT $3"};
static sql::Statement const select_moved_after{
    KITH_LISTED_COLUMNS "AND seats.moved_sequence > $2 ORDER BY seats.moved_sequence ASC LIMIT $3"};

Paged<Listed> conversations(sql::Transaction& transaction, PersonId person, Position from) {
    return make_page(
        from, conversations_on_a_page, Shows::newest_first, [](Listed const& listed) { return listed.moved_sequence; },
        [&](bool forward, std::int64_t edge, std::size_t most) {
            return transaction.all(forward ? select_moved_after : select_moved_before, read_listed, person, edge, most);
        });
}

std::vector<Listed> moved_since(sql::Transaction& transaction, PersonId person, std::int64_t after, std::size_t most) {
    return transaction.all(select_moved_after, read_listed, person, after, most);
}

static sql::Statement const select_readable{
    "SELECT seats.conversation_id, seats.from_sequence, seats.until_sequence, conversations.retention FROM seats "
    "JOIN conversations ON conversations.id = seats.conversation_id "
    "WHERE seats.person_id = $1 AND seats.left_it = 0 ORDER BY seats.moved_sequence DESC LIMIT $2"};

std::vector<Readable> readable_by(sql::Transaction& transaction, PersonId person, std::size_t most) {
    return transaction.all(
        select_readable,
        [](sql::Row const& row) {
            Readable found{row.id<Conversation>(0), row.integer(1), {}, Retention::keep};
            if (!row.is_null(2)) found.until_sequence = row.integer(2);
            found.retention = retention_from(row.text(3)).value_or(Retention::keep);
            return found;
        },
        person, most);
}

static sql::Statement const select_of_person{
    "SELECT conversation_id FROM seats WHERE person_id = $1 AND until_sequence IS NULL ORDER BY conversation_id"};

std::vector<ConversationId> of_person(sql::Transaction& transaction, PersonId person) {
    return transaction.all(select_of_person, [](sql::Row const& row) { return row.id<Conversation>(0); }, person);
}

}  // namespace kith::messages
