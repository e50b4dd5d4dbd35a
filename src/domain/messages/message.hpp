// A message: what somebody says in a conversation; or a line in which the conversation says what became
// of itself (somebody was added, left, changed how long it is kept).
#pragma once

#include "domain/messages/conversation.hpp"

namespace kith {

enum class MessageKind { words, added, left, parted, retention };

std::string_view stored(MessageKind);
MessageKind message_kind_from(std::string_view);

struct Message {
    MessageId id;
    ConversationId conversation;
    std::optional<PersonId> author;  // nothing: somebody whose account has ended
    MessageKind kind = MessageKind::words;
    std::string body;               // Markdown; empty once taken back
    std::optional<PersonId> about;  // who was added
    std::string detail;             // the retention that was chosen, as stored
    Time written_at;
    std::int64_t sequence = 0;          // when it was written, in the conversation's count
    std::int64_t changed_sequence = 0;  // when it last changed
    std::int64_t file_count = 0;
    bool withdrawn = false;
};

// What becomes of somebody's words when they go.
enum class Words { stay, are_taken_back };

// A message with the seat through which it was loaded.
struct MessageSeen {
    Message message;
    Seated seated;
};

// Whether the seat may read that message at this moment: it lies within what is theirs, and is kept that long.
bool is_readable(Seated const&, Message const&, Time now);

struct ReadMessage {
    using Policy = messages::Policy;
};  // who may read the conversation, at that place
struct TakeBackMessage {
    using Policy = messages::Policy;
};  // its author

using MessageReader = Granted<ReadMessage, MessageSeen>;
using MessageWithdrawer = Granted<TakeBackMessage, MessageSeen>;

}  // namespace kith
