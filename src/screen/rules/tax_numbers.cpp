#include "screen/rules/guess.hpp"

namespace kith::screen::rules {

namespace {

int number(std::string_view digits) {
    int value = 0;
    for (char const c : digits) value = value * 10 + (c - '0');
    return value;
}

// What the Social Security Administration issues, and not a number from an advertisement.
bool issued(std::string_view digits) {
    int const area = number(digits.substr(0, 3)), group = number(digits.substr(3, 2)),
              serial = number(digits.substr(5));
    return area != 0 && area != 666 && area < 900 && group != 0 && serial != 0 && digits != "078051120" &&
           digits != "219099999";
}

bool individual(std::string_view digits) {
    int const group = number(digits.substr(3, 2));
    return digits[0] == '9' &&
           ((group >= 50 && group <= 65) || (group >= 70 && group <= 88) || (group >= 90 && group != 93));
}

bool adoption(std::string_view digits) { return digits[0] == '9' && digits.substr(3, 2) == "93"; }

constexpr Topics others = topic::phone | topic::passport | topic::routing | topic::account | topic::mrn | topic::record;
constexpr std::string_view itin_reason = "This looks like a taxpayer number. It leads to one person.";
constexpr std::string_view atin_reason =
    "This looks like the taxpayer number of an adopted child. It leads to one child.";
constexpr std::string_view ein_reason = "This looks like an employer's tax number.";

}  // namespace

Guess guess_tax_number(DigitWindow const& window, Nearby const& nearby, Settings const& settings) {
    auto const digits = window.digits();
    if (digits.size() != 9 || settings.region == Region::uk || window.plus() || !window.even()) return {};
    bool const grouped = window.sizes({3, 2, 4}) && !window.apart_by('/');
    bool const dashed = grouped && window.apart_by('-');
    bool const ssn = nearby.rather(topic::ssn, others), itin = nearby.rather(topic::itin, others);
    if (issued(digits)) {
        if (ssn) return {Class::ssn, 0.97F};
        if (dashed) return {Class::ssn, 0.88F};
        if (grouped) return {Class::ssn, window.spelled() || window.apart_by('.') ? 0.55F : 0.6F};
    } else if (individual(digits) || adoption(digits)) {
        auto const reason = adoption(digits) ? atin_reason : itin_reason;
        if (itin || ssn) return {Class::other_id, 0.96F, reason};
        if (grouped) return {Class::other_id, dashed ? 0.8F : 0.55F, reason};
    } else if (ssn) {
        return {Class::ssn, 0.55F};
    }
    if (itin && window.sizes({2, 7})) return {Class::other_id, 0.9F, ein_reason};
    return {};
}

}  // namespace kith::screen::rules
