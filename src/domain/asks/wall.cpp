#include "domain/asks/wall.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

namespace kith::asks {

namespace {

using std::chrono::sys_days;

std::optional<int> number_from(std::string_view text, std::size_t digits, int below) {
    int value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.size() != digits || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value >= 0 && value < below ? std::optional{value} : std::nullopt;
}

std::chrono::year_month_day date_of(std::int64_t day) { return sys_days{std::chrono::days{day}}; }

}  // namespace

Zone const* zone_named(std::string_view name) {
    return std::ranges::find(Zone::names(), name) == Zone::names().end() ? nullptr : &Zone::find(name);
}

std::string zone_in_words(std::string_view name) {
    std::string words{name};
    std::ranges::replace(words, '_', ' ');
    return words;
}

std::optional<std::int64_t> day_from(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    auto const year = number_from(text.substr(0, 4), 4, 10'000);
    auto const month = number_from(text.substr(5, 2), 2, 13);
    auto const day = number_from(text.substr(8, 2), 2, 32);
    if (!year || !month || !day) return std::nullopt;
    std::chrono::year_month_day const date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) return std::nullopt;
    return sys_days{date}.time_since_epoch().count();
}

std::string day_text(std::int64_t day) {
    auto const date = date_of(day);
    return fmt::format("{:04}-{:02}-{:02}", int(date.year()), unsigned(date.month()), unsigned(date.day()));
}

std::string day_in_words(std::int64_t day) {
    static constexpr std::array months{"January", "February", "March",     "April",   "May",      "June",
                                       "July",    "August",   "September", "October", "November", "December"};
    static constexpr std::array weekdays{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
    auto const date = date_of(day);
    std::chrono::weekday const weekday{sys_days{std::chrono::days{day}}};
    return fmt::format("{} {} {}", weekdays[weekday.c_encoding()], unsigned(date.day()),
                       months[unsigned(date.month()) - 1]);
}

std::optional<int> minute_from(std::string_view clock) {
    auto const colon = clock.find(':');
    if (colon == clock.npos || colon == 0 || colon > 2) return std::nullopt;
    auto const hour = number_from(clock.substr(0, colon), colon, 24);
    auto const minute = number_from(clock.substr(colon + 1, 2), 2, 60);
    if (!hour || !minute) return std::nullopt;
    return *hour * 60 + *minute;
}

std::string clock_from(int minute) { return fmt::format("{:02}:{:02}", minute / 60, minute % 60); }

}  // namespace kith::asks
