#include "screen/check_digits.hpp"
#include "screen/rules/guess.hpp"

namespace kith::screen::rules {

namespace {

constexpr std::string_view card_reason = "This looks like a payment card. It leads to one person's money.";
constexpr std::string_view sort_code_reason =
    "This looks like a bank's sort code. With the account it leads to one person.";
constexpr std::string_view account_reason = "This looks like a bank account. It leads to one person's money.";
constexpr std::string_view court_reason = "This looks like a court's case reference. It leads to one family's file.";

constexpr Topics others =
    topic::phone | topic::nhs | topic::mrn | topic::uln | topic::book | topic::passport | topic::utr;

bool grouped_as_card(DigitWindow const& window) {
    return window.sizes({4, 4, 4, 4}) || window.sizes({4, 6, 5}) || window.sizes({4, 4, 4, 4, 3}) ||
           window.sizes({4, 6, 4}) || window.sizes({4, 4, 4, 1});
}

Guess guess_card(DigitWindow const& window, Nearby const& nearby) {
    auto const digits = window.digits();
    bool const fits = check::luhn(digits), grouped = grouped_as_card(window);
    bool const issuer = digits[0] >= '2' && digits[0] <= '6';
    bool const court = nearby.rather(topic::court | topic::record, topic::card | topic::account);
    // A court's reference is made like a card's number, sixteen digits with the same check.
    if (digits.size() == 16 && (window.sizes({4, 4, 4, 4}) || window.spread()) && !nearby.about(topic::card)) {
        if (court) return {Class::case_number, fits ? 0.93F : 0.7F, court_reason};
        if (fits && digits[0] == '1') return {Class::case_number, 0.65F, court_reason};
    }
    if (court && digits.size() == 16 && window.count() == 1)
        return {Class::case_number, fits ? 0.9F : 0.6F, court_reason};
    if (nearby.about(topic::book)) return {};
    bool const named = nearby.rather(topic::card, others);
    if (named && issuer) return {Class::other_id, fits ? 0.97F : 0.7F, card_reason};
    if (!issuer) return {};
    if (!fits) return {Class::other_id, grouped ? 0.4F : 0, card_reason};
    bool const usual = digits.size() == 16 || digits.size() == 15;
    return {Class::other_id,
            grouped                                             ? 0.93F
            : usual && (window.count() == 1 || window.spread()) ? 0.85F
                                                                : 0.5F,
            card_reason};
}

Guess guess_account(DigitWindow const& window, Nearby const& nearby) {
    bool const named = nearby.rather(topic::account | topic::sort_code, others);
    auto const size = window.size();
    if (window.sizes({2, 2, 2}) && !window.apart_by('/'))
        return {Class::other_id, nearby.rather(topic::sort_code, others) ? 0.95F : named ? 0.6F : 0, sort_code_reason};
    if (window.sizes({2, 2, 2, 8})) return {Class::other_id, 0.93F, account_reason};
    if (size == 6 && (window.count() == 1 || window.spread()) && nearby.distance(topic::sort_code) <= 4)
        return {Class::other_id, 0.93F, sort_code_reason};
    if (size == 9 && nearby.rather(topic::routing, topic::account))
        return {Class::other_id, check::routing(window.digits()) ? 0.96F : 0.65F, account_reason};
    bool const near = nearby.distance(topic::account) <= 4 || nearby.distance(topic::sort_code) <= 6;
    if (named && near && size >= 6 && size <= 12 && (window.spread() || window.count() <= 3) && !window.apart_by('/') &&
        !window.apart_by('.'))
        return {Class::other_id, size == 8 ? 0.92F : 0.75F, account_reason};
    return {};
}

}  // namespace

Guess guess_bank_number(DigitWindow const& window, Nearby const& nearby, Settings const&) {
    auto const size = window.size();
    if (window.plus() || !window.even()) return {};
    if (size >= 13 && size <= 19 && !window.sizes({2, 2, 2, 8})) return guess_card(window, nearby);
    if (size >= 6 && size <= 14) return guess_account(window, nearby);
    return {};
}

}  // namespace kith::screen::rules
