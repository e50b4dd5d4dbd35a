#include "domain/messages/actions.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "domain/messages/seats.hpp"
#include "domain/messages/store.hpp"
#include "domain/people/store.hpp"

namespace kith::messages {

namespace {

void announce(Call& call, Event::What what, ConversationId conversation, std::int64_t sequence) {
    Event event{.what = what};
    event.conversation = conversation;
    event.actor = call.viewer().person;
    event.sequence = sequence;
    call.announce(std::move(event));
}

Message written(Call& call, ConversationId conversation, MessageKind kind) {
    Message message;
    message.id = MessageId::ordered(call.now);
    message.conversation = conversation;
    message.author = call.viewer().person;
    message.kind = kind;
    message.written_at = call.now;
    message.sequence = message.changed_sequence = next_sequence(call.transaction(), conversation);
    return message;
}

// A line of the conversation's own, for everyone in it.
void note(Call& call, Message const& message) {
    add(call.transaction(), message);
    note_move(call.transaction(), message.conversation, message.sequence, *message.author, News::no);
    announce(call, Event::What::conversation_changed, message.conversation, message.sequence);
}

Message say_in(Call& call, ConversationId conversation, screening::Screened const& screened, files::AllChosen chosen) {
    auto message = written(call, conversation, MessageKind::words);
    message.body = screened.words();
    add(call.transaction(), message);
    files::say_with(call.transaction(), conversation, message.id,
                    files::with_words(std::move(chosen), screened.lines()));
    screening::remember(call.transaction(), conversation, message.id, *message.author, screened, call.now);
    note_move(call.transaction(), conversation, message.sequence, *message.author, News::yes);
    note_seen(call.transaction(), conversation, *message.author, message.sequence, call.now);
    announce(call, Event::What::said, conversation, message.sequence);
    return message;
}

}  // namespace

Result<std::string> checked_words(std::string_view body) {
    auto text = text::many_lines(body);
    if (text::trim(text).empty()) return fail(Error::invalid("body", "Write something first."));
    if (text.size() > message_bytes_max)
        return fail(Error::invalid("body", "This is too long for one message. Send it in two."));
    return text;
}

Result<Message> start(Call& call, ConversationStarter const& with, screening::Screened const& screened,
                      files::AllChosen chosen) {
    auto& transaction = call.transaction();
    auto const me = call.viewer().person;
    if (with->size() == 1)
        if (auto const known = between(transaction, me, with->front()))
            return say_in(call, *known, screened, std::move(chosen));
    Conversation conversation;
    conversation.id = ConversationId::random();
    conversation.kind = with->size() == 1 ? ConversationKind::two : ConversationKind::several;
    add(transaction, conversation, call.now);
    seat(transaction, conversation.id, me, 0, call.now);
    for (auto const person : *with) seat(transaction, conversation.id, person, 0, call.now);
    return say_in(call, conversation.id, screened, std::move(chosen));
}

Result<Message> say(Call& call, ConversationWriter const& writer, screening::Screened const& screened,
                    files::AllChosen chosen) {
    return say_in(call, writer->conversation.id, screened, std::move(chosen));
}

Result<void> take_back(Call& call, MessageWithdrawer const& withdrawer) {
    auto const& message = withdrawer->message;
    auto const sequence = take_back(call.transaction(), message, call.now);
    announce(call, Event::What::conversation_changed, message.conversation, sequence);
    return {};
}

Result<void> add_person(Call& call, ConversationWriter const& writer, PersonId person) {
    auto& transaction = call.transaction();
    auto const& [conversation, mine, _] = *writer;
    if (conversation.kind == ConversationKind::two)
        return fail(
            Error::conflict("This conversation stays between the two of you. Start a new one with more people."));
    if (!share_a_group(transaction, mine.person, person)) return fail(Error::not_found());
    std::vector<PersonId> everyone{mine.person, person};
    for (auto const& other : writer->active_others()) {
        if (other.person == person) return fail(Error::invalid("person", other.name + " is in this conversation."));
        everyone.push_back(other.person);
    }
    if (everyone.size() > people_in_conversation_max)
        return fail(Error::invalid("person", "There are eight people here. For more, a group is the better place."));
    if (groups_of_all(transaction, everyone).empty())
        return fail(Error::invalid("person", "Choose somebody who is in one group with everyone here."));
    if (!takes_from(transaction, person, mine.person)) {
        auto const found = people::find(transaction, person);
        return fail(Error::invalid("person", not_taking_words(found ? found->name : "") + " Nothing was sent."));
    }
    auto message = written(call, conversation.id, MessageKind::added);
    message.about = person;
    // The line that says so is the first that they read.
    seat(transaction, conversation.id, person, message.sequence - 1, call.now);
    note(call, message);
    return {};
}

Result<void> choose_retention(Call& call, ConversationWriter const& writer, Retention retention) {
    auto const& conversation = writer->conversation;
    if (retention == conversation.retention) return {};
    auto& transaction = call.transaction();
    set_retention(transaction, conversation.id, retention);
    sweep(transaction, conversation.id, kept_since(retention, call.now));
    auto message = written(call, conversation.id, MessageKind::retention);
    message.detail = stored(retention);
    note(call, message);
    return {};
}

Result<void> leave(Call& call, ConversationReader const& reader, Words words) {
    auto& transaction = call.transaction();
    auto const& [conversation, mine, _] = *reader;
    if (words == Words::are_taken_back)
        if (auto const last = take_back_all(transaction, conversation.id, mine.person, call.now))
            announce(call, Event::What::conversation_changed, conversation.id, last);
    if (mine.active()) note(call, written(call, conversation.id, MessageKind::left));
    end_seat(transaction, conversation.id, mine.person, conversation.sequence, Ends::left);
    remove_if_empty(transaction, conversation.id);
    return {};
}

void note_seen(Call& call, Seated const& seated, std::int64_t upto) {
    auto const newest = std::min(upto, seated.mine.until_sequence.value_or(seated.conversation.sequence));
    note_seen(call.transaction(), seated.conversation.id, seated.mine.person, newest, call.now);
}

}  // namespace kith::messages
