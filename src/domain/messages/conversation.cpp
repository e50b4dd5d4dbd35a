#include "domain/messages/conversation.hpp"

#include <algorithm>

namespace kith {

std::string_view stored(ConversationKind kind) { return kind == ConversationKind::two ? "two" : "several"; }
ConversationKind conversation_kind_from(std::string_view text) {
    return text == "two" ? ConversationKind::two : ConversationKind::several;
}

std::string_view stored(Retention retention) {
    switch (retention) {
        case Retention::keep: return "keep";
        case Retention::days_30: return "30_days";
        case Retention::days_7: return "7_days";
        case Retention::days_1: return "1_day";
    }
    return {};
}

std::string_view in_words(Retention retention) {
    switch (retention) {
        case Retention::keep: return "until somebody takes them back";
        case Retention::days_30: return "for 30 days";
        case Retention::days_7: return "for 7 days";
        case Retention::days_1: return "for one day";
    }
    return {};
}

std::optional<Retention> retention_from(std::string_view text) {
    for (auto const retention : retentions)
        if (stored(retention) == text) return retention;
    return std::nullopt;
}

Time kept_since(Retention retention, Time now) {
    using std::chrono::days;
    switch (retention) {
        case Retention::keep: return {INT64_MIN};
        case Retention::days_30: return now - days{30};
        case Retention::days_7: return now - days{7};
        case Retention::days_1: return now - days{1};
    }
    return {INT64_MIN};
}

std::vector<Seat> Seated::active_others() const {
    std::vector<Seat> active;
    std::ranges::copy_if(others, std::back_inserter(active), &Seat::active);
    return active;
}

}  // namespace kith
