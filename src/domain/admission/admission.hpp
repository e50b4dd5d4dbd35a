// An admission: somebody's way into a group, from the invitation to a decision.
//
// It begins when an invitation is used. The newcomer reads, answers, accepts the
// agreement and submits; members who know them in real life vouch; with the
// group's number of vouches a facilitator admits, or refuses. What the newcomer
// sees after a refusal is what they saw while they waited, for ever, unless a
// facilitator chose to write: no page, count or time tells the two apart.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/time.hpp"
#include "domain/call/granted.hpp"
#include "domain/groups/group.hpp"
#include "domain/ids.hpp"
#include "domain/people/person.hpp"

namespace kith {

inline constexpr std::chrono::hours invitation_lifetime{72};
inline constexpr std::size_t open_invitations_of_member_max = 10;
inline constexpr std::size_t how_known_characters_min = 10;  // "we trained together", not "yes"
inline constexpr std::size_t how_known_characters_max = 500;
inline constexpr std::size_t answer_characters_max = 2'000;
inline constexpr std::size_t decision_reason_characters_max = 1'000;
inline constexpr std::size_t decision_message_characters_max = 2'000;

// An invitation that can still be used.
struct Invitation {
    InvitationId id;
    GroupId group;
    PersonId inviter;
    std::string how_known;
    Time made_at;
    Time expires_at;
};

enum class Outcome { admitted, refused };

std::string_view stored(Outcome);

struct Decision {
    Outcome outcome;
    std::string by;       // a facilitator's name; empty: their account is gone
    std::string reason;   // for the facilitators alone
    std::string message;  // to the newcomer; empty: silence
    Time decided_at;
};

struct Admission {
    AdmissionId id;
    GroupId group;
    PersonId person;
    std::string name;
    PersonId inviter;
    std::string inviter_name;
    Capacity capacity = Capacity::practitioner;
    Time begun_at;
    std::optional<Time> submitted_at;
    std::optional<Decision> decision;
    bool withdrawn = false;
    int vouches = 0;  // of people who are members today

    bool waits() const { return submitted_at && !decision && !withdrawn; }
};

// An admission with the group it leads into, as its newcomer may know it.
struct WayIn {
    Admission admission;
    Group group;
};

// An admission with the membership through which it was loaded.
struct Newcomer {
    Admission admission;
    Membership membership;
};

namespace admission {
struct Policy;
}

struct ComeIn {
    using Policy = admission::Policy;
};  // the newcomer themselves
struct Meet {
    using Policy = admission::Policy;
};  // a member, while the newcomer waits
struct Decide {
    using Policy = admission::Policy;
};  // a facilitator, while the newcomer waits

using Comer = Granted<ComeIn, WayIn>;
using Meeter = Granted<Meet, Newcomer>;
using Decider = Granted<Decide, Newcomer>;

}  // namespace kith
