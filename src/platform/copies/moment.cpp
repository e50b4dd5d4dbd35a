#include "platform/copies/moment.hpp"

#include <fmt/format.h>

#include <chrono>
#include <vector>

namespace kith::copies {

namespace {

// Digits as numbers, and between them nothing but what stands in `form`: '0' a digit, ' ' a space or a T.
std::optional<std::vector<int>> numbers_of(std::string_view text, std::string_view form) {
    if (text.size() != form.size()) return std::nullopt;
    std::vector<int> numbers;
    bool within = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        char const c = text[i];
        bool const digit = c >= '0' && c <= '9';
        if (form[i] != '0') {
            if (c != form[i] && !(form[i] == ' ' && c == 'T')) return std::nullopt;
            within = false;
            continue;
        }
        if (!digit) return std::nullopt;
        if (!within) numbers.push_back(0);
        within = true;
        numbers.back() = numbers.back() * 10 + (c - '0');
    }
    return numbers;
}

struct Form {
    std::string_view text;
    std::int64_t lasts;  // milliseconds that are not said
};

constexpr Form forms[] = {
    {"0000-00-00", 86'400'000},
    {"0000-00-00 00:00", 60'000},
    {"0000-00-00 00:00:00", 1'000},
    {"0000-00-00 00:00:00.000", 1},
};

}  // namespace

std::optional<Time> parse_moment(std::string_view text) {
    if (text.ends_with('Z')) text.remove_suffix(1);
    for (auto const& form : forms) {
        auto numbers = numbers_of(text, form.text);
        if (!numbers) continue;
        numbers->resize(7, 0);
        auto const& n = *numbers;
        std::chrono::year_month_day const day{std::chrono::year{n[0]}, std::chrono::month{static_cast<unsigned>(n[1])},
                                              std::chrono::day{static_cast<unsigned>(n[2])}};
        if (!day.ok() || n[3] > 23 || n[4] > 59 || n[5] > 59) return std::nullopt;
        std::int64_t const days = std::chrono::sys_days{day}.time_since_epoch().count();
        return Time{(((days * 24 + n[3]) * 60 + n[4]) * 60 + n[5]) * 1'000 + n[6] + form.lasts - 1};
    }
    return std::nullopt;
}

std::string exact(Time time) {
    auto text = iso(time);
    text.pop_back();
    return fmt::format("{}.{:03}Z", text, time.milliseconds % 1'000);
}

}  // namespace kith::copies
