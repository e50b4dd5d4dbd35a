// Words held for a while: said in a minute, so that they can still be taken back before anybody sees them, or
// later, when the night is over. Seen by their writer alone.
//
// When their time comes they are said by the same way as any words: through the gate of that moment, looked at
// again. Where they cannot be said any more (left, an agreement that changed, a stricter check) they become a draft.
#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/call/call.hpp"
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

inline constexpr std::string_view hold_field = "hold";
inline constexpr std::size_t held_of_person_max = 50;
inline constexpr std::size_t said_at_once_max = 100;  // what fell due; the rest waits for the next round

struct Span {
    std::string_view stored, words;
    std::chrono::minutes lasts;
};
// What the writer can choose; the first means at once.
inline constexpr std::array<Span, 4> spans_to_hold{{
    {"", "At once", std::chrono::minutes{0}},
    {"minute", "In a minute, so that I can take it back", std::chrono::minutes{1}},
    {"hour", "In an hour", std::chrono::minutes{60}},
    {"night", "In twelve hours, after a night", std::chrono::minutes{12 * 60}},
}};

// The span that a form chose. Invalid when it is in no list.
Result<std::chrono::minutes> span_to_hold(http::Form const&);

std::optional<Held> find_held(sql::Transaction&, HeldId);
// The writer's own at this place, the next to be said first.
std::vector<Held> held_at(sql::Transaction&, PersonId, GroupId, std::optional<PostId> thread);
// Invalid when this person holds too many already.
Result<void> hold(Call&, GroupId, std::optional<PostId> under, std::string_view words, std::chrono::minutes);
// Not said: the words are a draft again. Answers the page with the form.
std::string take_back(Call&, HeldOwner const&);
// Said now. Answers the page on which they stand, or the form where they could not be said.
std::string say_now(Call&, HeldOwner const&);

void forget_held(sql::Transaction&, GroupId, PersonId);

// Says what has fallen due, each in a transaction of its own. For a thread that comes round every few seconds.
void say_what_is_due(Services const&, Time now);

}  // namespace posts
}  // namespace kith
