// Where an open page stands in the live stream: of each circle it listens to, the
// circle's own count up to which it has heard everything. As text it is the id of an
// event, "<circle>.<sequence>", joined by "~" for several, the one that moved first.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/live/hub.hpp"

namespace kith::live {

inline constexpr std::size_t cursor_bytes_max = 3'000;  // more than a target's query may hold
inline constexpr char cursor_joint = '~';

struct CursorPart {
    CircleId circle;
    std::int64_t sequence = 0;

    friend bool operator==(CursorPart const&, CursorPart const&) = default;
};
using Cursor = std::vector<CursorPart>;

std::string text_of(CursorPart const&);
std::string text_of(Cursor const&);
// Nothing for text that text_of would not print.
std::optional<Cursor> cursor_from(std::string_view);
std::optional<std::int64_t> sequence_in(Cursor const&, CircleId);

}  // namespace kith::live
