#include "screen/rules/guess.hpp"

namespace kith::screen::rules {

namespace {

constexpr std::string_view net_reason =
    "This looks like the address of a computer on the net. It can lead to one home.";

int number(std::string_view digits) {
    int value = 0;
    for (char const c : digits) value = value * 10 + (c - '0');
    return value;
}

bool internet_address(DigitWindow const& window) {
    if (window.count() != 4 || !window.apart_by('.')) return false;
    for (std::size_t n = 0; n < 4; ++n) {
        auto const& group = window.group(n);
        if (group.size > 3 || group.spelled) return false;
        auto const start = static_cast<std::size_t>(group.offset - window.group(0).offset);
        if (number(window.digits().substr(start, group.size)) > 255) return false;
    }
    return window.size() > 4;  // 1.2.3.4 is a version
}

}  // namespace

Guess guess_other_digits(DigitWindow const& window, Nearby const& nearby, Settings const& settings) {
    if (window.plus()) return {};
    if (internet_address(window)) return {Class::other_id, window.size() >= 7 ? 0.85F : 0.5F, net_reason};
    bool const us = settings.region != Region::uk;
    if (us && window.sizes({5, 4}) && window.apart_by('-'))
        return {Class::postcode, nearby.about(topic::phone | topic::record) ? 0.4F : 0.7F};
    if (window.size() == 9 && (window.count() <= 3 || window.spread()) && nearby.distance(topic::passport) <= 5 &&
        window.even())
        return {Class::other_id, 0.93F, "This looks like a passport's number. It leads to one person."};
    return {};
}

}  // namespace kith::screen::rules
