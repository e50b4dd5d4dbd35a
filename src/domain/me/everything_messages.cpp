// What the person wrote to few.
#include "domain/me/everything.hpp"

namespace kith::me {

using html::View;

static sql::Statement const select_messages{
    "SELECT messages.id, messages.conversation_id, messages.body, messages.written_at, "
    "EXISTS (SELECT 1 FROM message_withdrawals WHERE message_withdrawals.message_id = messages.id) "
    "FROM messages WHERE messages.author_id = $1 AND messages.kind = 'words' ORDER BY messages.id"};

static View read_message(sql::Row const& row) {
    View view;
    view.text("id", row.id<Message>(0).text()).text("conversation", row.id<Conversation>(1).text());
    view.text("body", row.string(2)).text("written_at", when(row, 3)).flag("taken_back", row.flag(4));
    return view;
}

// Where I have a seat; who else is there stays with them.
static sql::Statement const select_seats{
    "SELECT conversation_id, taken_at, muted, left_it FROM seats WHERE person_id = $1 ORDER BY taken_at, "
    "conversation_id"};

static View read_seat(sql::Row const& row) {
    View view;
    view.text("conversation", row.id<Conversation>(0).text()).text("since", when(row, 1));
    view.flag("muted", row.flag(2)).flag("left", row.flag(3));
    return view;
}

static sql::Statement const select_message_settings{
    "SELECT takes_messages, shows_typing, shows_reading FROM message_settings WHERE person_id = $1"};

static View read_message_settings(sql::Row const& row) {
    View view;
    view.flag("takes_messages", row.flag(0)).flag("shows_typing", row.flag(1)).flag("shows_reading", row.flag(2));
    return view;
}

// That I blocked somebody, and when; whom is left out.
static sql::Statement const select_blocks{"SELECT blocked_at FROM blocks WHERE person_id = $1 ORDER BY blocked_at"};

static View read_block(sql::Row const& row) {
    View view;
    view.text("blocked_at", when(row, 0));
    return view;
}

// What the check keeps of my messages, as of my posts.
static sql::Statement const select_told_in_messages{
    "SELECT message_id, class, told_at FROM told_in_messages WHERE person_id = $1 "
    "ORDER BY told_at, message_id, class, piece_key"};

static View read_told_in_message(sql::Row const& row) {
    View view;
    view.text("message", row.id<Message>(0).text()).text("class", row.string(1)).text("told_at", when(row, 2));
    return view;
}

void add_messages(View& view, sql::Transaction& transaction, PersonId id) {
    view.list("messages", collect(transaction, select_messages, id, read_message));
    view.list("conversations", collect(transaction, select_seats, id, read_seat));
    view.list("message_settings", collect(transaction, select_message_settings, id, read_message_settings));
    view.list("blocks", collect(transaction, select_blocks, id, read_block));
    view.list("told_in_messages", collect(transaction, select_told_in_messages, id, read_told_in_message));
}

}  // namespace kith::me
