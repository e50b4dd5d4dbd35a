// refused: no viable conversion
// Who may read a conversation may not always write in it: the other may have stopped taking messages.
#include "domain/messages/actions.hpp"
#include "domain/messages/policy.hpp"

namespace kith {

Result<Message> write(Call& call, ConversationId conversation, screening::Screened const& words) {
#ifdef ALLOWED
    auto const grant = TRY(messages::Policy::write(call, conversation));
#else
    auto const grant = TRY(messages::Policy::read(call, conversation));
#endif
    return messages::say(call, grant, words);
}

}  // namespace kith
