#include "base/time.hpp"

#include <fmt/format.h>

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

}  // namespace

Time system_now() {
    auto const now = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::milliseconds>(now).count()};
}

std::string iso(Time time) {
    auto const [day, clock] = parts_of(time);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", int(day.year()), unsigned(day.month()),
                       unsigned(day.day()), clock.hours().count(), clock.minutes().count(), clock.seconds().count());
}

std::string in_words(Time time) {
    auto const [day, clock] = parts_of(time);
    return fmt::format("{} {} {}, {:02}:{:02}", unsigned(day.day()), month_names[unsigned(day.month()) - 1],
                       int(day.year()), clock.hours().count(), clock.minutes().count());
}

std::string iso_day(Time time) {
    auto const [day, clock] = parts_of(time);
    return fmt::format("{:04}-{:02}-{:02}", int(day.year()), unsigned(day.month()), unsigned(day.day()));
}

}  // namespace kith
