// What happened, as those hear it who were not asked: the notices and the live
// streams. An action announces it; app/wiring.cpp passes it on. Never content.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/time.hpp"
#include "domain/ids.hpp"

namespace kith {

struct Event {
    enum class What {
        posted,          // a thread began
        commented,       // a comment under a thread
        changed,         // a post was edited, withdrawn, hidden or shown again
        reacted,         // a reaction of support was given to a post
        newcomer_waits,  // an admission was submitted: vouches are asked
        vouched,
        admitted,
        refused_with_word,  // a facilitator chose to write to the person refused
        left,               // a member left or was removed: they hear no more
        reported,
        agreement_changed,
        asked,              // an ask was sent: `told` are those it reaches
        ask_reminded,       // nobody has taken it yet: `told` have neither offered nor passed
        ask_on_duty,        // it came to peers on duty, `told`
        ask_offered,        // somebody offered: `about` is the asker
        ask_answered,       // the actor has offered or passed: they are not reminded of it
        ask_ended,          // it was closed: nobody is asked any more
        ask_lapsed,         // it has closed itself: `about` is the asker
        ask_helped,         // its asker has said so: `told` are those who helped
        pen_opening_asked,  // a facilitator asks to know who wrote something
        pen_opened,         // two of them know: `about` wrote it
        glass_asked,        // a host asks to read the group
        glass_broken,       // two hosts can read it
        glass_ended,        // they can no more
        quarantined,        // a post was put out of sight: facilitators deal with it
        held_came_back,     // words that `about` held could not be said when their time came
        turn_taken,         // a turn on the rota has another holder: `about` held it
        recovery_vouched,   // a member has said that `about`, who has lost every way in, spoke with them
        session_ended,
        person_ended,          // an account was deleted
        said,                  // a message was sent in a conversation
        conversation_changed,  // a message was taken back, somebody came or went, it is kept for another time
    };

    What what;
    GroupId group{};
    std::optional<PostId> thread{};  // the head of the thread
    std::optional<PostId> post{};    // the post itself; the thread's head when it is one
    std::optional<AdmissionId> admission{};
    std::optional<AskId> ask{};
    std::optional<SessionId> session{};
    PersonId actor{};                 // who did it
    bool under_pen = false;           // in words that stand under a pen
    std::optional<PersonId> about{};  // whom it is about (the author answered, the newcomer)
    std::vector<PersonId> mentioned{};
    std::optional<ConversationId> conversation{};
    std::vector<PersonId> told{};  // whom it reaches, where only who acted knows that
    std::int64_t sequence = 0;     // the group's or the conversation's count, where there is one
};

}  // namespace kith
