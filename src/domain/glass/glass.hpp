// Breaking the glass: two hosts together come to read one group, for a day, and the group is told.
//
// A host has no page that shows a group. Where somebody outside must read one (a court orders it, members are in danger
// and no facilitator answers) one host asks, with the number of the group and a reason; another host agrees. Then these
// two, and nobody else, can read what stands in the group until the time is over; they can write nothing, see nobody's
// drafts or messages, and a pen-name stays one. That it was asked, agreed to and ended stands in the group's log with
// the reason, and in the place's log without it; every member gets a notice, and reads on the group's page who can
// read it and until when.
//
// Asking tells nothing: a number that no group has is taken in the same words as one that a group has. Only two hosts
// together learn whether it is there, and the log says that they did.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/call/gates.hpp"
#include "domain/groups/store.hpp"
#include "platform/sql/database.hpp"

namespace kith {

struct Glass;
using GlassId = Id<Glass>;

inline constexpr std::size_t glass_reason_characters_max = 500;
inline constexpr std::chrono::days glass_waits{7};    // for a second host
inline constexpr std::chrono::hours glass_lasts{24};  // that the two can read
inline constexpr std::chrono::days glass_listed{90};  // on the hosts' page

struct Glass {
    GlassId id;
    GroupId group;  // of which there may be none
    PersonId asked_by;
    std::string asked_by_name;
    std::string reason;
    Time asked_at;
    std::optional<PersonId> agreed_by;
    std::string agreed_by_name;
    std::optional<Time> opened_at;
    std::optional<Time> until;

    bool waits(Time now) const { return !agreed_by && now < asked_at + glass_waits; }
    bool is_open(Time now) const { return until && now < *until; }
    bool is_one_of_two(PersonId who) const { return agreed_by && (asked_by == who || agreed_by == who); }
};

namespace glass {
struct Policy;
}

struct AgreeToGlass {
    using Policy = glass::Policy;
};  // a host who did not ask
struct ReadThroughGlass {
    using Policy = glass::Policy;
};  // one of the two, while it is open
using GlassAgreer = Granted<AgreeToGlass, Glass>;
using GlassReader = Granted<ReadThroughGlass, Glass>;

}  // namespace kith

namespace kith::glass {

struct Policy {
    static Result<GlassAgreer> agree(Call&, GlassId);
    static Result<GlassReader> read(Call&, GlassId);
};

// For rows whose path holds {glass}. To everybody else it is not there.
extern Gate<GlassAgreer> const may_agree;
extern Gate<GlassReader> const may_read;

std::optional<Glass> find(sql::Transaction&, GlassId);
// Newest first, for hosts.
std::vector<Glass> all_since(sql::Transaction&, Time);

// Conflict when this host has asked for the same already and it waits.
Result<GlassId> ask(Call&, AsHost const&, std::string_view group, std::string_view reason);
// Conflict when no group has this number, or two have agreed already.
Result<void> agree(Call&, GlassAgreer const&);
// Before its time.
void end(Call&, GlassReader const&);

}  // namespace kith::glass
