// Conversations and who is in them, in the database.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "domain/call/paging.hpp"
#include "domain/messages/conversation.hpp"
#include "platform/sql/database.hpp"

namespace kith::messages {

void add(sql::Transaction&, Conversation const&, Time now);
// Moves the conversation's own count on by one and returns it. Holds its row until the commit.
std::int64_t next_sequence(sql::Transaction&, ConversationId);
Retention retention_of(sql::Transaction&, ConversationId);
void set_retention(sql::Transaction&, ConversationId, Retention);

// The conversation as this person sees it; nothing for who never was in it, or has left it.
std::optional<Seated> find_seated(sql::Transaction&, ConversationId, PersonId);
std::vector<Seat> seats_of(sql::Transaction&, ConversationId);
// The conversation of exactly these two in which both still have their seats.
std::optional<ConversationId> between(sql::Transaction&, PersonId, PersonId);

// A seat from here on; who was in it before gets a new one.
void seat(sql::Transaction&, ConversationId, PersonId, std::int64_t from, Time now);
enum class Ends { left, parted };
void end_seat(sql::Transaction&, ConversationId, PersonId, std::int64_t until, Ends);
// Nobody can read it any more: it goes, with everything in it.
void remove_if_empty(sql::Transaction&, ConversationId);

// It moved: in everyone's list it comes first; for all but `by` there is something new, where there is.
enum class News { yes, no };
void note_move(sql::Transaction&, ConversationId, std::int64_t sequence, PersonId by, News);
// They have read up to a number; the notice of it has done its work.
void note_seen(sql::Transaction&, ConversationId, PersonId, std::int64_t upto, Time now);
void set_muted(sql::Transaction&, ConversationId, PersonId, bool muted);

// What reached a person, by their own count.
std::int64_t inbox_sequence(sql::Transaction&, PersonId);
// Something waits in a conversation that is not muted.
bool has_news(sql::Transaction&, PersonId);

// A conversation as the list shows it.
struct Listed {
    ConversationId id;
    std::int64_t moved_sequence;
    bool has_news;
    bool muted;
    bool active;
    Time last_at;  // when something was last said
};
// The one that moved last first.
Paged<Listed> conversations(sql::Transaction&, PersonId, Position);
// Those that moved after a number of the person's count, oldest first.
std::vector<Listed> moved_since(sql::Transaction&, PersonId, std::int64_t after, std::size_t most);
// What a person may read of a conversation: from after one number, up to the other where there is one.
struct Readable {
    ConversationId conversation;
    std::int64_t from_sequence = 0;
    std::optional<std::int64_t> until_sequence;
    Retention retention = Retention::keep;
};
// All that a person may read, the one that moved last first.
std::vector<Readable> readable_by(sql::Transaction&, PersonId, std::size_t most);
// All in which a person has a seat that goes on.
std::vector<ConversationId> of_person(sql::Transaction&, PersonId);

}  // namespace kith::messages
