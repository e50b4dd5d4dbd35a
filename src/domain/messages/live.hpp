// Live delivery of messages (platform/live/telling.hpp tells how). Two kinds of circle: a conversation,
// under its own id, and what reaches one person, under theirs.
#pragma once

#include "domain/call/call.hpp"
#include "domain/messages/conversation.hpp"
#include "platform/live/telling.hpp"

namespace kith::messages {

live::Source const& conversation_source();
live::Source const& inbox_source();

void tell_pages(Services const&, Event const&);

// True for a moment: somebody is typing, somebody has read up to a number. Only where everyone in the
// conversation shows it.
void tell_typing(Call&, Seated const&);
void tell_reading(Call&, Seated const&, std::int64_t upto);
bool everyone_shows(sql::Transaction&, Seated const&, bool MessageSettings::* what);

}  // namespace kith::messages
