// Words held for a while: said in a minute, so that they can still be taken back before anybody sees them, or
// later, when the night is over. Seen by their writer alone.
//
// When their time comes they are said by the same way as any words: through the gate of that moment, looked at
// again. Where they cannot be said any more (left, an agreement that changed, a stricter check) they become a draft,
// and their writer is told.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/call/call.hpp"
#include "domain/call/resting.hpp"
#include "domain/files/chosen.hpp"
#include "domain/posts/drafts.hpp"
#include "domain/posts/post.hpp"

namespace kith {

struct Held {
    HeldId id;
    GroupId group;
    PersonId person;
    std::optional<PostId> under;  // what it answers; nothing: it begins a thread
    std::string body;
    std::string fields;  // the rest of the form, as a form is sent
    Time said_at;
};

// One's own held words, in a group of which one is a member.
struct DecideOnHeld {
    using Policy = posts::Policy;
};
using HeldOwner = Granted<DecideOnHeld, Held>;

namespace posts {

inline constexpr std::size_t held_of_person_max = 50;
inline constexpr std::size_t said_at_once_max = 100;  // what fell due; the rest waits for the next round

enum class Hold { none, minute, hour, morning };
struct HoldChoice {
    Hold hold;
    std::string_view stored, words;
};
// What the writer can choose.
inline constexpr std::array<HoldChoice, 4> hold_choices{{
    {Hold::none, "", "At once"},
    {Hold::minute, "minute", "In a minute, so that I can take it back"},
    {Hold::hour, "hour", "In an hour"},
    {Hold::morning, "morning", "In the morning, when my quiet hours end"},
}};

// When the words of this form are said, on the clock of who sends it; nothing: at once. Invalid when what was chosen
// is in no list. Where a form has chosen twice, the later choice holds: a button beside what was chosen before.
Result<std::optional<Time>> hold_until(Call&);

std::optional<Held> find_held(sql::Transaction&, HeldId);
// The writer's own at this place, the next to be said first.
std::vector<Held> held_at(sql::Transaction&, PersonId, GroupId, std::optional<PostId> thread);
// Invalid when this person holds too many already.
Result<void> hold(Call&, GroupId, std::optional<PostId> under, std::string_view words, files::AllChosen const&,
                  Time until);
// Not said: the words are a draft again. Answers the page with the form.
std::string take_back(Call&, HeldOwner const&);
// Said now. Answers the page on which they stand, or where they are kept when they could not be said.
std::string say_now(Call&, HeldOwner const&);
// Before the transaction of say_now.
Slow look_ahead_of(Call&, HeldOwner const&);

void forget_held(sql::Transaction&, GroupId, PersonId);

// Says what has fallen due, each in a transaction of its own; what cannot be said now for a fault of the database
// rests. For a thread that comes round every few seconds.
void say_what_is_due(Services const&, Resting&, Time now);

}  // namespace posts
}  // namespace kith
