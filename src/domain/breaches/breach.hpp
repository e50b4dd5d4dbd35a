// A breach: something that should not have been said was, and somebody may be harmed by it. And the drill that follows.
//
// A facilitator puts the post out of sight: from that moment nobody reads it on any page, neither its writer nor a
// facilitator, nor finds it; only the page of the drill shows its words, to facilitators. That page says who may have
// seen it, what to do and by when (72 hours from when somebody first knew), and keeps the least possible record.
//
// Who may have seen it is taken from what is kept for "new since your last visit", once, at that moment: who was in the
// group's pages since it was written. Kith does not know who read what. The list goes when the drill ends; that it was
// made stands in the log.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/named.hpp"
#include "base/time.hpp"
#include "domain/call/row.hpp"
#include "domain/groups/group.hpp"
#include "domain/posts/post.hpp"

namespace kith {

struct Breach;
using BreachId = Id<Breach>;

inline constexpr std::size_t breach_facts_characters_max = 1'000;
inline constexpr std::chrono::hours breach_clock{72};
inline constexpr int breach_known_hours_max = 24 * 30;  // how long ago somebody may have first known

// What has been done, each once.
enum class BreachStep { told_writer, told_readers, told_organisation, told_regulator, told_people };
inline constexpr std::array breach_steps{
    Named{BreachStep::told_writer, "told_writer", "Talked with who wrote it"},
    Named{BreachStep::told_readers, "told_readers",
          "Asked those who may have seen it to pass nothing on, and to delete copies"},
    Named{BreachStep::told_organisation, "told_organisation",
          "Told the data protection lead of the organisation whose client it is about"},
    Named{BreachStep::told_regulator, "told_regulator", "The organisation has told the regulator"},
    Named{BreachStep::told_people, "told_people", "The organisation has told the people it is about"},
};

enum class BreachOutcome { shown, removed };
inline constexpr std::array breach_outcomes{
    Named{BreachOutcome::shown, "shown", "It was no breach: show it again"},
    Named{BreachOutcome::removed, "removed", "Remove the words for good"},
};

// How somebody may have seen it.
enum class SeenHow { opened, here };
inline constexpr std::array ways_seen{
    Named{SeenHow::opened, "opened", "had the group’s page open after it was written"},
    Named{SeenHow::here, "here", "was in the group after it was written"},
};

struct Breach {
    BreachId id;
    GroupId group;
    PostId post;
    std::string begun_by;  // empty: their account is gone
    Time known_at, begun_at;
    std::int64_t members = 0, seen = 0;
    std::string facts;
    std::optional<BreachOutcome> outcome;
    std::optional<Time> ended_at;

    Time clock_ends() const { return known_at + breach_clock; }
};

struct BreachInGroup {
    Breach breach;
    Membership membership;
};

namespace breaches {
struct Policy;
}

struct BeginBreach {
    using Policy = breaches::Policy;
};  // a facilitator, also of their own post
struct HandleBreach {
    using Policy = breaches::Policy;
};  // a facilitator of the group
using BreachBeginner = Granted<BeginBreach, PostInGroup>;
using BreachHandler = Granted<HandleBreach, BreachInGroup>;

}  // namespace kith

namespace kith::breaches {

struct Policy {
    static Result<BreachBeginner> begin(Call&, PostId);
    static Result<BreachHandler> handle(Call&, BreachId);
};

// For rows whose path holds {post}, {breach}.
extern Gate<BreachBeginner> const may_begin;
extern Gate<BreachHandler> const may_handle;

}  // namespace kith::breaches
