// A conversation: what a few people say to one another, outside the groups they share.
//
// Nobody but those in it can read it, no facilitator and no host. Between two it stays between two; of
// several, anyone in it may add somebody, who reads only what comes after, and everyone sees who is in it.
// Nobody can be written to by somebody with whom they share no group. Who left, or shares no group with
// somebody in it any more, has a seat that ended.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"
#include "domain/call/granted.hpp"
#include "domain/ids.hpp"
#include "domain/people/person.hpp"

namespace kith {

inline constexpr std::size_t people_in_conversation_max = 8;
inline constexpr std::size_t conversations_on_a_page = 30;
inline constexpr std::size_t messages_on_a_page = 50;
inline constexpr std::size_t message_bytes_max = 16 * 1024;
inline constexpr std::size_t people_to_choose_max = 300;  // on the page that starts one

enum class ConversationKind { two, several };

std::string_view stored(ConversationKind);
ConversationKind conversation_kind_from(std::string_view);

// How long what is said stays. After that it is deleted, for everyone.
enum class Retention { keep, days_30, days_7, days_1 };
inline constexpr std::array retentions{Retention::keep, Retention::days_30, Retention::days_7, Retention::days_1};

std::string_view stored(Retention);    // "7_days"
std::string_view in_words(Retention);  // "for 7 days"
std::optional<Retention> retention_from(std::string_view stored);
// What was written before this is gone; the beginning of time where everything is kept.
Time kept_since(Retention, Time now);

struct Conversation {
    ConversationId id;
    ConversationKind kind = ConversationKind::two;
    std::int64_t sequence = 0;  // counts what happened in it
    Retention retention = Retention::keep;
};

// Somebody's place in a conversation.
struct Seat {
    PersonId person;
    std::string name;  // as it is today
    Capacity capacity = Capacity::practitioner;
    std::int64_t from_sequence = 0;              // theirs is what comes after it
    std::optional<std::int64_t> until_sequence;  // the seat has ended there
    bool left_it = false;                        // by their own wish
    std::int64_t seen_sequence = 0;
    bool muted = false;

    bool active() const { return !until_sequence.has_value(); }
};

// A conversation with the seat through which it was loaded, and everyone else's.
struct Seated {
    Conversation conversation;
    Seat mine;
    std::vector<Seat> others;  // by name; those whose seats ended too

    std::vector<Seat> active_others() const;
};

// How messages reach somebody. Typing and reading are shown only where everyone concerned shows them.
struct MessageSettings {
    bool takes_messages = true;
    bool shows_typing = false;
    bool shows_reading = false;
};

namespace messages {
struct Policy;
}

struct ReadConversation {
    using Policy = messages::Policy;
};  // who has a seat there and has not left it
struct WriteInConversation {
    using Policy = messages::Policy;
};  // who may be heard there by everyone in it
struct BeInConversation {
    using Policy = messages::Policy;
};  // whose seat has not ended

struct StartConversation {
    using Policy = messages::Policy;
};  // who shares a group with all of those it is begun with

using ConversationReader = Granted<ReadConversation, Seated>;
using ConversationWriter = Granted<WriteInConversation, Seated>;
using ConversationPartner = Granted<BeInConversation, Seated>;
using ConversationStarter = Granted<StartConversation, std::vector<PersonId>>;

}  // namespace kith
