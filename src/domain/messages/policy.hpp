// Who may read and write in a conversation: through a seat in it, or there is none.
#pragma once

#include "domain/call/row.hpp"
#include "domain/messages/message.hpp"

namespace kith::messages {

struct Policy {
    static Result<ConversationReader> read(Call&, ConversationId);
    static Result<ConversationWriter> write(Call&, ConversationId);
    static Result<ConversationPartner> be_in(Call&, ConversationId);
    // With these people: for rows that find them in the form. Whom one shares no group with is not there.
    static Result<ConversationStarter> start(Call&, std::vector<PersonId> const& with);
    static Result<MessageReader> read_message(Call&, ConversationId, MessageId);
    static Result<MessageWithdrawer> withdraw(Call&, ConversationId, MessageId);
};

// For rows whose path holds {conversation}.
extern Gate<ConversationReader> const may_read;
extern Gate<ConversationWriter> const may_write;
extern Gate<ConversationPartner> const may_be_in;
// And {message}.
extern Gate<MessageReader> const may_read_message;
extern Gate<MessageWithdrawer> const may_take_back;

}  // namespace kith::messages
