#include "base/time.hpp"

#include <charconv>

namespace kith {

namespace {

struct Parts {
    std::chrono::year_month_day day;
    std::chrono::hh_mm_ss<std::chrono::seconds> clock;
};

Parts parts_of(Time time) {
    using namespace std::chrono;
    auto const instant = sys_seconds{floor<seconds>(milliseconds{time.milliseconds})};
    auto const day = floor<days>(instant);
    return {year_month_day{day}, hh_mm_ss<seconds>{instant - day}};
}

constexpr char const* month_names[] = {"January", "February", "March",     "April",   "May",      "June",
                                       "July",    "August",   "September", "October", "November", "December"};

// A page shows a time or two for every post on it, so these are written without a format to read.
void append(std::string& text, std::int64_t number, std::size_t digits_min) {
    char digits[20];
    auto const end = std::to_chars(digits, digits + sizeof digits, number).ptr;
    auto const count = static_cast<std::size_t>(end - digits);
    if (count < digits_min) text.append(digits_min - count, '0');
    text.append(digits, count);
}

std::string day_text(std::chrono::year_month_day day) {
    std::string text;
    append(text, int(day.year()), 4);
    text += '-';
    append(text, unsigned(day.month()), 2);
    text += '-';
    append(text, unsigned(day.day()), 2);
    return text;
}

}  // namespace

Time system_now() {
    auto const now = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::milliseconds>(now).count()};
}

std::string iso(Time time) {
    auto const [day, clock] = parts_of(time);
    auto text = day_text(day);
    text += 'T';
    append(text, clock.hours().count(), 2);
    text += ':';
    append(text, clock.minutes().count(), 2);
    text += ':';
    append(text, clock.seconds().count(), 2);
    text += 'Z';
    return text;
}

std::string in_words(Time time) {
    auto const [day, clock] = parts_of(time);
    std::string text;
    append(text, unsigned(day.day()), 1);
    text.append(" ").append(month_names[unsigned(day.month()) - 1]).append(" ");
    append(text, int(day.year()), 1);
    text += ", ";
    append(text, clock.hours().count(), 2);
    text += ':';
    append(text, clock.minutes().count(), 2);
    return text;
}

std::string iso_day(Time time) { return day_text(parts_of(time).day); }

}  // namespace kith
