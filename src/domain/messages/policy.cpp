#include "domain/messages/policy.hpp"

#include "domain/messages/reach.hpp"
#include "domain/messages/seats.hpp"
#include "domain/messages/store.hpp"
#include "domain/people/store.hpp"

namespace kith::messages {

namespace {

Result<Seated> through_seat(Call& call, ConversationId id) {
    auto seated = find_seated(call.transaction(), id, call.viewer().person);
    if (!seated) return fail(Error::not_found());
    return *std::move(seated);
}

// The seat is looked up first: a message that is not there and one of others cost the same.
Result<MessageSeen> message_through_seat(Call& call, ConversationId conversation, MessageId id) {
    auto seated = TRY(through_seat(call, conversation));
    auto message = find(call.transaction(), id);
    if (!message || message->conversation != conversation) return fail(Error::not_found());
    if (!is_readable(seated, *message, call.now) || message->kind != MessageKind::words)
        return fail(Error::not_found());
    return MessageSeen{*std::move(message), std::move(seated)};
}

template <class Grant>
Result<Grant> with_conversation(Call& call, Result<Grant> (*policy)(Call&, ConversationId)) {
    return policy(call, TRY(call.id<Conversation>("conversation")));
}

template <class Grant>
Result<Grant> with_message(Call& call, Result<Grant> (*policy)(Call&, ConversationId, MessageId)) {
    auto const conversation = TRY(call.id<Conversation>("conversation"));
    return policy(call, conversation, TRY(call.id<Message>("message")));
}

}  // namespace

Result<ConversationReader> Policy::read(Call& call, ConversationId id) {
    return ConversationReader{TRY(through_seat(call, id))};
}

Result<ConversationWriter> Policy::write(Call& call, ConversationId id) {
    auto seated = TRY(through_seat(call, id));
    if (auto why = closed_because(call.transaction(), seated); !why.empty())
        return fail(Error::forbidden(why + " Nothing was sent."));
    return ConversationWriter{std::move(seated)};
}

Result<ConversationPartner> Policy::be_in(Call& call, ConversationId id) {
    auto seated = TRY(through_seat(call, id));
    if (!seated.mine.active()) return fail(Error::forbidden("You are not in this conversation any more."));
    return ConversationPartner{std::move(seated)};
}

Result<ConversationStarter> Policy::start(Call& call, std::vector<PersonId> const& with) {
    auto& transaction = call.transaction();
    auto const me = call.viewer().person;
    for (auto const person : with)
        if (person == me || !share_a_group(transaction, me, person)) return fail(Error::not_found());
    if (with.empty()) return fail(Error::invalid("to", "Choose whom you want to write to."));
    if (with.size() >= people_in_conversation_max)
        return fail(Error::invalid("to", "Choose at most seven people. For more, a group is the better place."));
    std::vector<PersonId> everyone{me};
    everyone.insert(everyone.end(), with.begin(), with.end());
    // One of one's own groups holds them all: whether two others share a group elsewhere is not said.
    if (groups_of_all(transaction, everyone).empty())
        return fail(Error::invalid("to", "Choose people who are all in one group with you."));
    for (auto const person : with)
        if (!takes_from(transaction, person, me)) {
            auto const found = people::find(transaction, person);
            return fail(Error::invalid("to", not_taking_words(found ? found->name : "") + " Nothing was sent."));
        }
    return ConversationStarter{with};
}

Result<MessageReader> Policy::read_message(Call& call, ConversationId conversation, MessageId id) {
    return MessageReader{TRY(message_through_seat(call, conversation, id))};
}

Result<MessageWithdrawer> Policy::withdraw(Call& call, ConversationId conversation, MessageId id) {
    auto seen = TRY(message_through_seat(call, conversation, id));
    if (seen.message.author != call.viewer().person)
        return fail(Error::forbidden("Only the person who wrote this can take it back."));
    if (seen.message.withdrawn) return fail(Error::conflict("You have taken this message back."));
    return MessageWithdrawer{std::move(seen)};
}

Gate<ConversationReader> const may_read{Opens::to_seat,
                                        [](Call& call) { return with_conversation(call, &Policy::read); }};
Gate<ConversationWriter> const may_write{Opens::to_seat,
                                         [](Call& call) { return with_conversation(call, &Policy::write); }};
Gate<ConversationPartner> const may_be_in{Opens::to_seat,
                                          [](Call& call) { return with_conversation(call, &Policy::be_in); }};
Gate<MessageReader> const may_read_message{Opens::to_seat,
                                           [](Call& call) { return with_message(call, &Policy::read_message); }};
Gate<MessageWithdrawer> const may_take_back{Opens::to_seat,
                                            [](Call& call) { return with_message(call, &Policy::withdraw); }};

}  // namespace kith::messages
