#include "domain/call/paging.hpp"

#include <charconv>

namespace kith {

Position position_from(http::Form const& query) {
    auto const number = [&](std::string_view field) -> std::optional<std::int64_t> {
        auto const text = query.value(field);
        std::int64_t value = 0;
        auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        bool const whole = !text.empty() && error == std::errc{} && end == text.data() + text.size();
        if (!whole || value < 0 || value == INT64_MAX) return std::nullopt;
        return value;
    };
    if (auto const edge = number("older")) return {Position::Side::older_than, *edge};
    if (auto const edge = number("newer")) return {Position::Side::newer_than, *edge};
    return {};
}

void add_paging(html::View& view, std::optional<std::int64_t> older, std::optional<std::int64_t> newer,
                std::string const& path) {
    if (older)
        view.text("older", path + "older=" + std::to_string(*older));
    else
        view.null("older");
    if (newer)
        view.text("newer", path + "newer=" + std::to_string(*newer));
    else
        view.null("newer");
    view.flag("paged", older || newer, html::Seen::by_templates_only);
}

}  // namespace kith
