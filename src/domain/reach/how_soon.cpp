#include "domain/reach/how_soon.hpp"

#include <algorithm>
#include <charconv>

namespace kith {

namespace {

struct Said {
    std::string_view stored, words;
};

constexpr Said said(HowSoon how_soon) {
    switch (how_soon) {
        case HowSoon::at_once: return {"at_once", "At once"};
        case HowSoon::daily: return {"daily", "Once a day"};
        case HowSoon::weekly: return {"weekly", "Once a week"};
        case HowSoon::never: return {"never", "Not at all"};
    }
    return {};
}

}  // namespace

std::string_view stored(HowSoon how_soon) { return said(how_soon).stored; }
std::string_view in_words(HowSoon how_soon) { return said(how_soon).words; }

std::optional<HowSoon> how_soon_from(std::string_view text) {
    auto const found = std::ranges::find(how_soon_choices, text, [](HowSoon each) { return stored(each); });
    return found == how_soon_choices.end() ? std::nullopt : std::optional{*found};
}

namespace reach {

Sort sort_of(NoticeKind kind) {
    switch (kind) {
        case NoticeKind::answer: return Sort::answers;
        case NoticeKind::mention: return Sort::mentions;
        case NoticeKind::support:
        case NoticeKind::ask_helped: return Sort::kind_words;
        case NoticeKind::ask:
        case NoticeKind::ask_reminder:
        case NoticeKind::ask_on_duty: return Sort::asks;
        case NoticeKind::ask_offer: return Sort::answers;
        case NoticeKind::message: return Sort::messages;
        case NoticeKind::vouch_asked:
        case NoticeKind::admission_ready: return Sort::newcomers;
        default: return Sort::others;
    }
}

bool Counts::any() const {
    return std::ranges::any_of(of, [](auto count) { return count > 0; });
}

std::string Counts::stored() const {
    std::string text;
    for (auto const count : of) text.append(text.empty() ? "" : " ").append(std::to_string(count));
    return text;
}

std::optional<Counts> Counts::from(std::string_view text) {
    Counts counts;
    for (auto& count : counts.of) {
        if (text.starts_with(' ')) text.remove_prefix(1);
        auto const [end, fault] = std::from_chars(text.data(), text.data() + text.size(), count);
        if (fault != std::errc{} || count < 0) return std::nullopt;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    }
    return text.empty() ? std::optional{counts} : std::nullopt;
}

}  // namespace reach
}  // namespace kith
