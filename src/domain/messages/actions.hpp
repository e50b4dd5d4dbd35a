// What people do in conversations.
#pragma once

#include "domain/call/call.hpp"
#include "domain/files/chosen.hpp"
#include "domain/messages/message.hpp"
#include "domain/messages/reach.hpp"
#include "domain/screening/screening.hpp"

namespace kith::messages {

// Words as they will be written, or what to mend.
Result<std::string> checked_words(std::string_view body);

// With one person the conversation of these two goes on, where there is one.
Result<Message> start(Call&, ConversationStarter const&, screening::Screened const&, files::AllChosen = {});
Result<Message> say(Call&, ConversationWriter const&, screening::Screened const&, files::AllChosen = {});
Result<void> take_back(Call&, MessageWithdrawer const&);

// Of several people: one more, who reads what comes after.
Result<void> add_person(Call&, ConversationWriter const&, PersonId);
// From now on, and for what was said before as well.
Result<void> choose_retention(Call&, ConversationWriter const&, Retention);
Result<void> leave(Call&, ConversationReader const&, Words);

// They have read up to a number.
void note_seen(Call&, Seated const&, std::int64_t upto);

}  // namespace kith::messages
