// Messages: in the conversations of who looks, as their pages show them.
#include <algorithm>

#include "domain/messages/seats.hpp"
#include "domain/messages/store.hpp"
#include "domain/messages/views.hpp"
#include "domain/search/finding.hpp"
#include "platform/html/plain_text.hpp"

namespace kith::search {

namespace {

// From the index outwards, as in posts.cpp.
static sql::Statement const select_candidates{
    "SELECT found_words.rowid, messages.id, messages.written_at, messages.kind, author.name, messages.conversation_id, "
    "messages.sequence "
    "FROM found_words CROSS JOIN findables CROSS JOIN messages "
    "LEFT JOIN people AS author ON author.id = messages.author_id "
    "WHERE found_words.words MATCH $1 AND found_words.rowid < $2 AND findables.number = found_words.rowid "
    "AND messages.id = findables.thing_id ORDER BY found_words.rowid DESC LIMIT $3"};

// As is_readable says, before it is loaded: nothing of what one may not read may count.
bool is_theirs(sql::Row const& row, Looking const& looking) {
    auto const& mine = looking.conversations;
    auto const found = std::ranges::find(mine, row.id<Conversation>(5), &messages::Readable::conversation);
    if (found == mine.end()) return false;
    auto const sequence = row.integer(6);
    return sequence > found->from_sequence && sequence <= found->until_sequence.value_or(INT64_MAX) &&
           row.time(2) >= kept_since(found->retention, looking.now);
}

bool fits(sql::Row const& row, Looking const& looking) {
    if (!is_theirs(row, looking)) return false;
    if (message_kind_from(row.text(3)) != MessageKind::words) return false;
    auto const& author = looking.question.author;
    return author.empty() || is_meant(row.text(4), author);
}

Candidates candidates(sql::Transaction& transaction, Looking const& looking, std::int64_t before, std::size_t most) {
    auto const kind = looking.question.kind;
    bool const asked_for = kind == SearchKind::anything || kind == SearchKind::messages;
    if (!asked_for || looking.question.topic || looking.conversations.empty()) return {};
    std::vector<IdBytes> circles;
    for (auto const& each : looking.conversations) circles.push_back(each.conversation.bytes);
    return gather(transaction, looking, select_candidates, circles, before, most, Finds::more_than_fits, fits);
}

// Right behind it: the page on which it is the newest.
std::string place_of(Message const& message) {
    return "/messages/" + message.conversation.text() + "?older=" + std::to_string(message.sequence + 1) + "#message-" +
           message.id.text();
}

std::optional<Found> show(sql::Transaction& transaction, Looking const& looking, Candidate const& candidate) {
    auto const shown = messages::find_shown(transaction, MessageId{candidate.thing});
    if (!shown || shown->message.withdrawn) return std::nullopt;
    auto const& message = shown->message;
    auto const seated = messages::find_seated(transaction, message.conversation, looking.person);
    if (!seated || !is_readable(*seated, message, looking.now)) return std::nullopt;
    Found found;
    found.number = candidate.number;
    found.kind = "message";
    found.href = place_of(message);
    found.author = shown->author_name.empty() ? "A former member" : shown->author_name;
    found.place = "your conversation with " + messages::title_of(*seated);
    found.written_at = message.written_at;
    found.text = html::plain_text(message.body);
    return found;
}

}  // namespace

Source const messages_said{candidates, show};

}  // namespace kith::search
