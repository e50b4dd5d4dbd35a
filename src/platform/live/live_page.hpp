// One open page as the hub sees it: keeps its place in the stream, drops what it
// has heard already, and holds back what comes while it still catches up.
//
// Thread-safe.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "platform/http/response.hpp"
#include "platform/live/cursor.hpp"

namespace kith::live {

using Chunk = std::shared_ptr<std::string const>;

// An event of the stream. Its first line is its id, the part of the cursor that it moves.
Chunk make_chunk(CursorPart const&, std::string_view event, std::string_view data);
// What is true for a moment and kept nowhere (somebody is typing): without an id, and not caught up with.
Chunk make_passing_chunk(std::string_view event, std::string_view data);

class LivePage final : public http::EventSink {
public:
    LivePage(std::shared_ptr<http::EventSink> sink, Cursor heard) : sink_{std::move(sink)}, heard_{std::move(heard)} {}

    // From the hub: a chunk of make_chunk, or one without an id (make_passing_chunk).
    bool send(Chunk) override;
    void close() override { sink_->close(); }

    // What was missed in a circle, before anything the hub brings; the page stands at `now` after it.
    void catch_up(CursorPart now, std::vector<Chunk> const& missed);
    // It no longer listens to a circle (its reader is no member).
    void drop(CircleId);
    // Caught up: says where the page stands, then what was held back.
    void begin();

private:
    bool deliver(Chunk const&);
    bool pass_on(Chunk const&);

    std::mutex mutex_;
    std::shared_ptr<http::EventSink> sink_;
    Cursor heard_;
    std::vector<Chunk> held_back_;
    bool catching_up_ = true;
};

}  // namespace kith::live
