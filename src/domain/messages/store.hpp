// Messages in the database. What is older than its conversation keeps is not read, swept or not.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/call/paging.hpp"
#include "domain/files/file.hpp"
#include "domain/messages/message.hpp"
#include "platform/sql/database.hpp"

namespace kith::messages {

void add(sql::Transaction&, Message const&);
std::optional<Message> find(sql::Transaction&, MessageId);

// A message as a page shows it.
struct Shown {
    Message message;
    std::string author_name;  // empty when the account has ended
    std::string about_name;
    std::vector<AttachedFile> files{};
};
std::optional<Shown> find_shown(sql::Transaction&, MessageId);

// What a seat may read, oldest first; the newest page when no position is given.
Paged<Shown> page(sql::Transaction&, Seated const&, Position, Time now);
// What changed after a number, oldest first, for open pages.
std::vector<Shown> changed_since(sql::Transaction&, ConversationId, std::int64_t sequence, Time kept_since,
                                 std::size_t most);

// Empties it for everyone; only its place stays. Returns the conversation's count.
std::int64_t take_back(sql::Transaction&, Message const&, Time now);
// All that somebody said there.
std::int64_t take_back_all(sql::Transaction&, ConversationId, PersonId, Time now);

// Deletes what is older than its conversation keeps. Returns how many messages went.
std::int64_t sweep(sql::Transaction&, Time now);
// In one conversation, because it keeps less from now on.
void sweep(sql::Transaction&, ConversationId, Time kept_since);

}  // namespace kith::messages
