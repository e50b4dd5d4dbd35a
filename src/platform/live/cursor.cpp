#include "platform/live/cursor.hpp"

#include <charconv>

namespace kith::live {

std::string text_of(CursorPart const& part) { return part.circle.text() + "." + std::to_string(part.sequence); }

std::string text_of(Cursor const& cursor) {
    std::string text;
    for (auto const& part : cursor) {
        if (!text.empty()) text += cursor_joint;
        text += text_of(part);
    }
    return text;
}

static std::optional<CursorPart> part_from(std::string_view text) {
    if (text.size() < id_text_bytes + 2 || text[id_text_bytes] != '.') return std::nullopt;
    auto const circle = CircleId::parse(text.substr(0, id_text_bytes));
    auto const digits = text.substr(id_text_bytes + 1);
    if (!circle || digits.front() < '0' || digits.front() > '9') return std::nullopt;
    std::int64_t sequence = 0;
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), sequence);
    if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return CursorPart{*circle, sequence};
}

std::optional<Cursor> cursor_from(std::string_view text) {
    if (text.empty() || text.size() > cursor_bytes_max) return std::nullopt;
    Cursor cursor;
    for (;;) {
        auto const joint = text.find(cursor_joint);
        auto const part = part_from(text.substr(0, joint));
        if (!part || sequence_in(cursor, part->circle)) return std::nullopt;
        cursor.push_back(*part);
        if (joint == text.npos) return cursor;
        text.remove_prefix(joint + 1);
    }
}

std::optional<std::int64_t> sequence_in(Cursor const& cursor, CircleId circle) {
    for (auto const& part : cursor)
        if (part.circle == circle) return part.sequence;
    return std::nullopt;
}

}  // namespace kith::live
