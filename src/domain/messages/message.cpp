#include "domain/messages/message.hpp"

#include <array>
#include <utility>

namespace kith {

static constexpr std::array<std::pair<MessageKind, std::string_view>, 5> kinds{{
    {MessageKind::words, "words"},
    {MessageKind::added, "added"},
    {MessageKind::left, "left"},
    {MessageKind::parted, "parted"},
    {MessageKind::retention, "retention"},
}};

std::string_view stored(MessageKind kind) {
    for (auto const& [each, name] : kinds)
        if (each == kind) return name;
    return {};
}

MessageKind message_kind_from(std::string_view text) {
    for (auto const& [each, name] : kinds)
        if (name == text) return each;
    return MessageKind::words;
}

bool is_readable(Seated const& seated, Message const& message, Time now) {
    auto const& mine = seated.mine;
    return message.sequence > mine.from_sequence && (mine.active() || message.sequence <= *mine.until_sequence) &&
           message.written_at >= kept_since(seated.conversation.retention, now);
}

}  // namespace kith
