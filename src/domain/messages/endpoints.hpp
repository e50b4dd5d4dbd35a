// The rows of the route table that lead to messages.
#pragma once

#include "domain/call/gates.hpp"
#include "domain/messages/policy.hpp"

namespace kith::messages {

// reading.cpp
Result<Answer> show_conversations(Call&, SignedIn const&);           // GET /messages
Result<Answer> show_conversation(Call&, ConversationReader const&);  // GET /messages/{conversation}
Result<Answer> show_message(Call&, MessageReader const&);            // GET /messages/{conversation}/{message}
Result<Answer> show_file(Call&, MessageReader const&);               // GET …/{message}/files/{file}
Result<Answer> give_picture(Call&, MessageReader const&);            // GET …/{message}/files/{file}/{size}

// writing.cpp
Result<Answer> show_start(Call&, SignedIn const&);                    // GET /messages/new
Result<Answer> start(Call&, SignedIn const&);                         // POST /messages
Result<Answer> begin_file(Call&, ConversationWriter const&);          // POST …/files
Result<Answer> say(Call&, ConversationWriter const&);                 // POST /messages/{conversation}
Result<Answer> confirm_taking_back(Call&, MessageWithdrawer const&);  // POST …/{message}/take-back
Result<Answer> note_reading(Call&, ConversationPartner const&);       // POST …/seen
Result<Answer> note_typing(Call&, ConversationPartner const&);        // POST …/typing

// The check of the words, before the transaction that writes them.
Slow look_ahead(Call&, SignedIn const&);
Slow look_ahead(Call&, ConversationWriter const&);

// about.cpp
Result<Answer> show_about(Call&, ConversationReader const&);        // GET …/about
Result<Answer> add_person(Call&, ConversationWriter const&);        // POST …/people
Result<Answer> choose_retention(Call&, ConversationWriter const&);  // POST …/retention
Result<Answer> choose_muting(Call&, ConversationPartner const&);    // POST …/muting
Result<Answer> show_leaving(Call&, ConversationReader const&);      // GET …/leave
Result<Answer> leave(Call&, ConversationReader const&);             // POST …/leave

// wishes.cpp
Result<Answer> show_wishes(Call&, SignedIn const&);  // GET /messages/settings
Result<Answer> keep_wishes(Call&, SignedIn const&);  // POST /messages/settings
Result<Answer> block(Call&, SignedIn const&);        // POST /messages/blocks

}  // namespace kith::messages
