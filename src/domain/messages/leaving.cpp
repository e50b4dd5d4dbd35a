#include "domain/messages/leaving.hpp"

#include "domain/messages/reach.hpp"
#include "domain/messages/seats.hpp"
#include "domain/messages/store.hpp"

namespace kith::messages {

namespace {

bool shares_with_everyone(sql::Transaction& transaction, Seated const& seated) {
    for (auto const& other : seated.active_others())
        if (!share_a_group(transaction, seated.mine.person, other.person)) return false;
    return true;
}

Event part(sql::Transaction& transaction, Seated const& seated, Time now) {
    auto const id = seated.conversation.id;
    auto const person = seated.mine.person;
    Message message;
    message.id = MessageId::ordered(now);
    message.conversation = id;
    message.author = person;
    message.kind = MessageKind::parted;
    message.written_at = now;
    message.sequence = next_sequence(transaction, id);
    add(transaction, message);
    note_move(transaction, id, message.sequence, person, News::no);
    end_seat(transaction, id, person, message.sequence, Ends::parted);
    Event event{.what = Event::What::conversation_changed};
    event.conversation = id;
    event.actor = person;
    event.sequence = message.sequence;
    return event;
}

}  // namespace

std::vector<Event> part_ways(sql::Transaction& transaction, PersonId person, Time now) {
    std::vector<Event> events;
    for (auto const id : of_person(transaction, person)) {
        auto const seated = find_seated(transaction, id, person);
        if (!seated || seated->conversation.kind == ConversationKind::two) continue;
        if (!shares_with_everyone(transaction, *seated)) events.push_back(part(transaction, *seated, now));
    }
    return events;
}

static sql::Statement const select_written_in{
    "SELECT DISTINCT conversation_id FROM messages WHERE author_id = $1 ORDER BY conversation_id"};
static sql::Statement const remove_name{"UPDATE messages SET author_id = NULL WHERE author_id = $1"};
static sql::Statement const remove_about{"UPDATE messages SET about_id = NULL WHERE about_id = $1"};
static sql::Statement const delete_unread{
    "DELETE FROM conversations WHERE NOT EXISTS (SELECT 1 FROM seats "
    "WHERE seats.conversation_id = conversations.id AND seats.left_it = 0)"};

void forget_author(sql::Transaction& transaction, PersonId person, Words words, Time now) {
    if (words == Words::are_taken_back)
        for (auto const id :
             transaction.all(select_written_in, [](sql::Row const& row) { return row.id<Conversation>(0); }, person))
            take_back_all(transaction, id, person, now);
    transaction.run(remove_name, person);
    transaction.run(remove_about, person);
}

void remove_empty(sql::Transaction& transaction) { transaction.run(delete_unread); }

}  // namespace kith::messages
