#include "platform/live/live_page.hpp"

#include <algorithm>

namespace kith::live {

namespace {

constexpr std::string_view id_field = "id: ";

// A chunk's own id line, without "id: " and the line's end.
std::string_view id_in(std::string_view chunk) {
    chunk.remove_prefix(id_field.size());
    return chunk.substr(0, chunk.find('\n'));
}

Chunk chunk_of(std::string_view id, std::string_view rest) {
    std::string text;
    text.reserve(id_field.size() + id.size() + rest.size());
    text.append(id_field).append(id).append(rest);
    return std::make_shared<std::string const>(std::move(text));
}

}  // namespace

Chunk make_chunk(CursorPart const& part, std::string_view event, std::string_view data) {
    std::string rest;
    rest.append("\nevent: ").append(event).append("\ndata: ").append(data).append("\n\n");
    return chunk_of(text_of(part), rest);
}

Chunk make_passing_chunk(std::string_view event, std::string_view data) {
    std::string text{"event: "};
    text.append(event).append("\ndata: ").append(data).append("\n\n");
    return std::make_shared<std::string const>(std::move(text));
}

bool LivePage::send(Chunk chunk) {
    std::lock_guard const lock{mutex_};
    if (!chunk->starts_with(id_field)) return catching_up_ || sink_->send(std::move(chunk));
    if (!catching_up_) return deliver(chunk);
    held_back_.push_back(std::move(chunk));
    return true;
}

bool LivePage::deliver(Chunk const& chunk) {
    auto const cursor = cursor_from(id_in(*chunk));
    if (!cursor) return true;
    auto const part = cursor->front();
    auto const place = std::ranges::find(heard_, part.circle, &CursorPart::circle);
    if (place == heard_.end() || part.sequence <= place->sequence) return true;
    place->sequence = part.sequence;
    std::rotate(heard_.begin(), place, place + 1);
    return pass_on(chunk);
}

// Many pages listen to one circle, and share the bytes. With several the id says where the page stands in each, the
// one that moved first.
bool LivePage::pass_on(Chunk const& chunk) {
    if (heard_.size() == 1) return sink_->send(chunk);
    auto const after_id = std::string_view{*chunk}.substr(id_field.size() + id_in(*chunk).size());
    return sink_->send(chunk_of(text_of(heard_), after_id));
}

void LivePage::catch_up(CursorPart now, std::vector<Chunk> const& missed) {
    std::lock_guard const lock{mutex_};
    for (auto const& chunk : missed) deliver(chunk);
    auto const place = std::ranges::find(heard_, now.circle, &CursorPart::circle);
    if (place != heard_.end()) place->sequence = now.sequence;
}

void LivePage::drop(CircleId circle) {
    std::lock_guard const lock{mutex_};
    std::erase_if(heard_, [&](CursorPart const& part) { return part.circle == circle; });
}

void LivePage::begin() {
    std::lock_guard const lock{mutex_};
    if (heard_.empty()) return sink_->close();
    sink_->send(chunk_of(text_of(heard_), "\nevent: beat\ndata: {}\n\n"));
    for (auto const& chunk : held_back_) deliver(chunk);
    held_back_ = {};
    catching_up_ = false;
}

}  // namespace kith::live
