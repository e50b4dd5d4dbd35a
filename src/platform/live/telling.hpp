// From what changed in a circle to the pages that are open on it.
//
// A circle (a group, a conversation, what reaches one person) has a count of its own,
// and a source that reads from the database what changed after a number. `tell` is
// called after the commit, on the thread that made the change. It reads what changed
// since it last told anything, in the circle's own order, and hands the same bytes to
// every page. Whoever comes second finds it told already: pages hear of everything
// once and in order, whichever thread is faster.
//
// A page comes with the cursor of what it has heard. It listens first and reads what
// it missed second, so that nothing falls between; what it hears twice it passes over.
//
// Any thread. Throws sql::Failure; then open pages catch up with the next change.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.hpp"
#include "platform/live/hub.hpp"
#include "platform/live/live_page.hpp"
#include "platform/sql/database.hpp"

namespace kith::live {

inline constexpr std::size_t live_changes_max = 200;  // a page that was away for more loads itself anew

// One thing that changed, as open pages hear of it.
struct Change {
    std::int64_t sequence;   // of the circle's count
    std::string_view event;  // a literal
    std::string data;        // JSON on one line
};

// What somebody may hear in a circle: everything after `from`, up to `now` at this moment.
struct Standing {
    std::int64_t now = 0;
    std::int64_t from = 0;
};

struct Source {
    // Nothing when this listener may not hear the circle, or there is none.
    std::optional<Standing> (*standing)(sql::Transaction&, CircleId, ListenerId);
    // What changed after a number, oldest first.
    std::vector<Change> (*changes)(sql::Transaction&, CircleId, std::int64_t after, std::size_t most, Time now);
};

// Where all of it happens; outlives every stream.
struct Place {
    sql::Database& database;
    Hub& hub;
    Clock const& now;
};

// A circle that a page listens to.
struct Wanted {
    CircleId circle;
    Source const* source = nullptr;
    std::optional<std::int64_t> heard{};  // nothing: it begins now
};

// Tells the circle everything up to a number.
void tell(Place const&, Source const&, CircleId, std::int64_t upto);

// Who listens with which session.
struct Ear {
    ListenerId listener;
    IdBytes session;
};
// Opens a page's stream. It hears until what is returned is destroyed.
std::shared_ptr<void> listen(Place const&, Ear const&, std::vector<Wanted> const&, std::shared_ptr<http::EventSink>);

// What a page has missed in a circle, for one that asks now and then instead of listening.
struct Missed {
    CursorPart now;
    bool too_much = false;  // the page loads itself anew
    std::vector<Change> changes;
};
std::optional<Missed> missed(sql::Transaction&, Wanted const&, ListenerId, Time now);

}  // namespace kith::live
