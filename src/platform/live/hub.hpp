// Who hears of what, on this node: open pages by the circle they listen to.
//
// The hub carries hints and fragments, never the truth: what is new is read from
// the database by each circle's own sequence, and a page that was away catches up
// from there. Circles are opaque 128-bit ids (a group's, or a person's own).
//
// Thread-safe. `tell` never blocks on a slow reader.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "base/id.hpp"
#include "platform/http/response.hpp"

namespace kith::live {

struct Circle;
using CircleId = Id<Circle>;
struct Listener;
using ListenerId = Id<Listener>;  // the person behind an open page

class Hub {
public:
    virtual ~Hub() = default;

    // Listens until what is returned is destroyed. `owner` and `session` let an open page be closed later.
    virtual std::shared_ptr<void> listen(ListenerId owner, IdBytes session, std::span<CircleId const> circles,
                                         std::shared_ptr<http::EventSink> sink) = 0;
    // One chunk to every page that listens to the circle. Returns how many got it.
    virtual std::size_t tell(CircleId, std::shared_ptr<std::string const> chunk) = 0;
    // A person no longer hears a circle (they left, or were removed).
    virtual void part(ListenerId, CircleId) = 0;
    // Closes the pages of one session, or all of a person's.
    virtual void end_session(IdBytes session) = 0;
    virtual void end_person(ListenerId) = 0;
    // Distinct owners now listening to the circle.
    virtual std::vector<ListenerId> present(CircleId) const = 0;
    virtual std::size_t open_pages() const = 0;
};

std::unique_ptr<Hub> make_local_hub();

}  // namespace kith::live
