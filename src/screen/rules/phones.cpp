#include "screen/rules/guess.hpp"

#include <algorithm>

namespace kith::screen::rules {

namespace {

// Words that say of a number that it is something else.
constexpr Topics other_labels = topic::nhs | topic::chi | topic::hsc | topic::uln | topic::utr | topic::npi |
                                topic::ssn | topic::account | topic::card | topic::sort_code | topic::mrn | topic::upn |
                                topic::record | topic::docket | topic::routing | topic::book | topic::passport |
                                topic::itin | topic::police | topic::court;

bool nanp(std::string_view ten) { return ten.size() == 10 && ten[0] >= '2' && ten[3] >= '2'; }

// Without the 0 or the country's code in front.
bool british(std::string_view national) {
    if (national.empty()) return false;
    switch (national[0]) {
        case '7': return national.size() == 10 && national[1] != '0';
        case '2':
        case '3':
        case '5': return national.size() == 10;
        case '1': return national.size() == 10 || national.size() == 9;
        case '8': return national.size() == 10 || national.size() == 9;
        case '9': return national.size() == 10;
        default: return false;
    }
}

// Lines that anybody may ring for help: they lead to nobody.
bool help_line(std::string_view digits) {
    for (std::string_view const line :
         {"116123",      "116000",      "116006",      "08001111",    "08088005000", "08082000247", "0800555111",
          "03001233393", "0800585858",  "08000684141", "03003047000", "08088084994", "03001236600", "85258",
          "741741",      "18002738255", "18004224453", "18007997233", "8002738255",  "8004224453",  "8007997233"})
        if (digits == line) return true;
    return false;
}

float british_confidence(DigitWindow const& window) {
    auto const digits = window.digits();
    if (window.plus() && digits.starts_with("44")) {
        auto national = digits.substr(2);
        if (national.starts_with('0')) national.remove_prefix(1);
        return british(national) ? 0.96F : 0;
    }
    if (digits.starts_with("0044")) {
        auto national = digits.substr(4);
        if (national.starts_with('0')) national.remove_prefix(1);
        return british(national) ? 0.94F : 0;
    }
    if (digits.starts_with("44") && digits.size() == 12 && digits[2] == '7')
        return british(digits.substr(2)) ? 0.6F : 0;
    if (!digits.starts_with('0') || !british(digits.substr(1))) return 0;
    // A mobile's 07 is followed by a digit that is not 0; ten-digit numbers are rare.
    float confidence = digits.size() == 11 ? 0.93F : 0.7F;
    if (window.count() == 1 && digits.size() == 10) confidence = 0.45F;
    if (window.count() > 6 && !window.spread()) confidence = 0.6F;
    return confidence;
}

float american_confidence(DigitWindow const& window) {
    auto digits = window.digits();
    // Within a town: "555-0148".
    if (window.sizes({3, 4}) && window.apart_by('-') && digits[0] >= '2') return 0.4F;
    bool const country = digits.size() == 11 && digits[0] == '1';
    if (digits.starts_with("001") && digits.size() == 13 && nanp(digits.substr(3))) return 0.85F;
    if (country) digits.remove_prefix(1);
    if (!nanp(digits)) return 0;
    auto const groups = window.count();
    bool const grouped =
        window.sizes({3, 3, 4}) || window.sizes({1, 3, 3, 4}) || window.sizes({3, 7}) || window.sizes({1, 3, 7});
    if (window.plus() && country) return 0.95F;
    if (grouped &&
        (window.paren() || window.group(groups - 1).separator == '-' || window.group(groups - 1).separator == '.'))
        return window.apart_by('/') ? 0 : 0.9F;
    if (grouped) return 0.5F;  // with spaces: an NHS number is written so too
    if (country && groups > 1) return 0.6F;
    return groups == 1 ? 0.3F : window.spread() ? 0.58F : 0.3F;
}

// Countries write theirs in many ways: from 7 to 15 digits in groups.
float foreign_confidence(DigitWindow const& window) {
    auto const size = window.size();
    if (window.plus()) return size >= 8 && size <= 15 ? 0.9F : 0;
    if (window.digits().starts_with("00") && size >= 10 && size <= 16) return window.count() > 1 ? 0.75F : 0.5F;
    if (window.sizes({4, 4}) && size == 8) return 0;  // 1921-2010
    if (window.count() < 2 || window.apart_by('.') || window.apart_by('/')) return 0;
    if (window.digits().starts_with('0') && size >= 8 && size <= 11) return 0.45F;
    if (window.paren() && size >= 8 && size <= 12) return 0.6F;
    return 0;
}

}  // namespace

Guess guess_phone(DigitWindow const& window, Nearby const& nearby, Settings const& settings) {
    auto const size = window.size();
    if (size < 6 || size > 16 || !window.even() || window.apart_by('/')) return {};
    if (help_line(window.digits())) return {};
    bool const uk = settings.region != Region::us, us = settings.region != Region::uk;
    float confidence = foreign_confidence(window);
    if (uk) confidence = std::max(confidence, british_confidence(window));
    float const american = american_confidence(window);
    if (us || american > 0.8F) confidence = std::max(confidence, american);

    bool const labelled = nearby.rather(topic::phone | topic::social, other_labels);
    if (labelled && window.count() <= 12) {
        if (confidence > 0)
            confidence = std::max(confidence, 0.9F);
        else if (size >= 7 || window.sizes({3, 3}))
            confidence = size == 8 && window.count() >= 3 ? 0.35F : 0.65F;  // 12 03 2011 after "rang on"
        else
            confidence = nearby.distance(topic::phone) <= 3 ? 0.55F : 0;
    } else if (nearby.about(other_labels) && nearby.distance(other_labels) <= 4) {
        if (confidence < 0.9F)
            confidence *= 0.6F;
        else
            confidence -= 0.15F;
    }
    return {Class::phone, confidence};
}

}  // namespace kith::screen::rules
