// A notice: one line that tells a member that something waits for them.
//
// It holds no content and no name of a person: only what sort of thing it is, in
// which group, and where to look. The group's name is looked up through the
// reader's membership when the page is shown, so who is no member never sees it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.hpp"
#include "domain/call/granted.hpp"
#include "domain/ids.hpp"

namespace kith {

inline constexpr std::size_t notices_on_a_page = 30;

enum class NoticeKind {
    mention,            // somebody named me
    answer,             // somebody answered under my thread, or quoted me
    support,            // somebody gave a reaction of support
    vouch_asked,        // a newcomer waits: do I know them?
    admission_ready,    // to facilitators: a newcomer has enough vouches
    admitted,           // to the newcomer: I am a member now
    admission_word,     // to the newcomer: a facilitator wrote about the request
    report,             // to facilitators whom it does not concern
    agreement_changed,  // the group's terms have a new version
    message,            // somebody wrote in a conversation; its group is one that both are in
    ask,                // an ask reaches me
    ask_reminder,       // it still waits, and I have said nothing
    ask_on_duty,        // it is my turn to listen
    ask_offer,          // somebody can help with my ask
    ask_lapsed,         // nobody took my ask in time: there are other ways
    ask_helped,         // what I offered has helped
    pen_opening_asked,  // to the other facilitators: one asks to know who wrote something
    pen_opened,         // to who wrote it: two facilitators know
    glass_asked,        // a host asks to read the group
    glass_broken,       // two hosts can read it
    glass_ended,        // they can no more
    breach,             // to facilitators: a post was put out of sight
    turn_taken,         // somebody has taken my turn on the rota
    held_came_back,     // what I held could not be said
    recovery,           // somebody asks to be let in as me, and a member says that it is me
};

std::string_view stored(NoticeKind);
std::optional<NoticeKind> notice_kind_from(std::string_view);

struct Notice {
    NoticeId id;
    PersonId person;
    GroupId group;
    NoticeKind kind = NoticeKind::mention;
    std::optional<PostId> post;
    std::optional<AdmissionId> admission;
    std::optional<ConversationId> conversation;
    std::optional<AskId> ask;
    bool admission_waits = false;  // nobody has decided, and the newcomer has not taken the request back
    std::string group_name;        // empty unless the person is a member
    Time told_at;
    bool read = false;
};

namespace notices {
struct Policy;
}

struct OpenNotice {
    using Policy = notices::Policy;
};  // the one it was meant for
using NoticeReader = Granted<OpenNotice, Notice>;

}  // namespace kith
