#include "screen/check_digits.hpp"
#include "screen/rules/guess.hpp"

namespace kith::screen::rules {

namespace {

constexpr Topics health_labels = topic::nhs | topic::chi | topic::hsc;
constexpr Topics labels = health_labels | topic::uln | topic::utr | topic::npi | topic::phone | topic::account |
                          topic::mrn | topic::record | topic::card | topic::book | topic::ssn | topic::medicare;

constexpr std::string_view chi_reason = "This looks like a CHI number. It holds a birth date and leads to one person.";
constexpr std::string_view utr_reason = "This looks like a tax reference. It leads to one person.";
constexpr std::string_view npi_reason = "This looks like a provider's number. It leads to one worker.";

int two(std::string_view digits, std::size_t at) { return (digits[at] - '0') * 10 + (digits[at + 1] - '0'); }

// The first six digits of a CHI number are a birth date.
bool begins_with_day(std::string_view digits) {
    return two(digits, 0) >= 1 && two(digits, 0) <= 31 && two(digits, 2) >= 1 && two(digits, 2) <= 12;
}

bool issued(std::string_view digits) {
    int const first = digits[0] - '0';
    return first == 3 || first == 4 || first == 6 || first == 7;
}

Guess guess_health_number(DigitWindow const& window, Nearby const& nearby) {
    auto const digits = window.digits();
    bool const fits = check::nhs(digits);
    bool const is_chi = begins_with_day(digits) && (nearby.about(topic::chi) || digits[0] < '4');
    auto const reason = is_chi && nearby.about(topic::chi) ? chi_reason : std::string_view{};
    if (nearby.rather(health_labels, labels)) return {Class::nhs_number, fits ? 0.98F : 0.65F, reason};
    if (!fits) return {Class::nhs_number, nearby.about(health_labels) ? 0.5F : 0};
    if (nearby.about(topic::book | topic::phone | topic::uln | topic::utr | topic::npi))
        return {Class::nhs_number, 0.3F};
    if (window.sizes({3, 3, 4})) return {Class::nhs_number, window.apart_by(' ') ? 0.75F : 0.6F};
    if (is_chi && (window.sizes({6, 4}) || window.count() == 1) && digits[0] < '4')
        return {Class::nhs_number, window.count() == 2 ? 0.7F : 0.5F, chi_reason};
    if (window.spelled()) return {Class::nhs_number, 0.55F};
    return {Class::nhs_number, issued(digits) ? 0.42F : 0.3F};
}

Guess labelled(Class what, bool fits, bool named, std::string_view reason = {}) {
    return {what, named ? (fits ? 0.97F : 0.65F) : 0, reason};
}

}  // namespace

Guess guess_ten_digits(DigitWindow const& window, Nearby const& nearby, Settings const& settings) {
    auto const digits = window.digits();
    if (digits.size() != 10 || !window.even() || window.apart_by('/') || window.plus()) return {};
    bool const uk = settings.region != Region::us, us = settings.region != Region::uk;
    Guess best;
    auto const consider = [&](Guess guess) {
        if (guess.confidence > best.confidence) best = guess;
    };
    if (uk) {
        consider(guess_health_number(window, nearby));
        consider(labelled(Class::uln, check::uln(digits), nearby.rather(topic::uln, labels)));
        consider(labelled(Class::other_id, check::utr(digits), nearby.rather(topic::utr, labels), utr_reason));
    }
    if (us && (digits[0] == '1' || digits[0] == '2'))
        consider(labelled(Class::other_id, check::npi(digits), nearby.rather(topic::npi, labels), npi_reason));
    return best;
}

}  // namespace kith::screen::rules
