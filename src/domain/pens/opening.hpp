// Opening a pen: two facilitators together come to know who holds it, for a time.
//
// One asks, with a reason; another one agrees. Never one alone, and never the one who wrote it, who is told by a
// notice when it has happened. That it was asked and done stands in the log that every member reads, without the name.
// Then those two see the name, on the page where they asked, until the time is over or they are facilitators no more.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "domain/call/call.hpp"
#include "domain/call/row.hpp"
#include "domain/pens/pen.hpp"

namespace kith {

inline constexpr std::size_t opening_reason_characters_max = 500;
inline constexpr std::chrono::days opening_waits{7};  // for a second facilitator
inline constexpr std::chrono::days opening_lasts{7};

// A pen, by way of something written with it.
struct PenUnderPost {
    Pen pen;
    PostId post, head;
    Membership membership;
};

namespace pens {
struct Policy;
}

struct OpenPen {
    using Policy = pens::Policy;
};  // a facilitator who does not hold it
using PenOpener = Granted<OpenPen, PenUnderPost>;

}  // namespace kith

namespace kith::pens {

struct Policy {
    static Result<PenOpener> open(Call&, PostId);
};

// For rows whose path holds {post}.
extern Gate<PenOpener> const may_open;
// To ask for it, and to agree: for who has shown a moment ago that it is them.
extern Gate<PenOpener> const may_open_surely;

struct Request {
    PersonId asked_by;
    std::string asked_by_name;
    std::string reason;
    Time asked_at;
    std::optional<PersonId> agreed_by;
    std::string agreed_by_name;
    std::optional<Time> until;
};
// What is asked of a pen, or has been agreed, and is not over yet.
std::optional<Request> find_request(sql::Transaction&, PenId, Time now);

// Conflict when somebody has asked already.
Result<void> ask_to_open(Call&, PenOpener const&, std::string_view reason);
// Forbidden for the one who asked; conflict when nobody has, or it is open.
Result<void> agree_to_open(Call&, PenOpener const&);

}  // namespace kith::pens
