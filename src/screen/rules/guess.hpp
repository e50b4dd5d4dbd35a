// What a row of digits could be, each by its own rule, and how surely.
#pragma once

#include "screen/candidate.hpp"
#include "screen/rules/digits.hpp"
#include "screen/rules/nearby.hpp"

namespace kith::screen::rules {

struct Guess {
    Class what = Class::other_id;
    float confidence = 0;  // 0: none of these
    std::string_view reason = {};
};

// Telephone numbers of the United Kingdom, of North America, of the world.
Guess guess_phone(DigitWindow const&, Nearby const&, Settings const&);
// Numbers of ten digits that people have: NHS, CHI, H&C, ULN, UTR, NPI.
Guess guess_ten_digits(DigitWindow const&, Nearby const&, Settings const&);
// United States: SSN, ITIN, ATIN, EIN.
Guess guess_tax_number(DigitWindow const&, Nearby const&, Settings const&);
// Banks: cards, sort codes, accounts, routing; court references that look like a card.
Guess guess_bank_number(DigitWindow const&, Nearby const&, Settings const&);
// ZIP codes, Internet addresses and other forms of digits alone.
Guess guess_other_digits(DigitWindow const&, Nearby const&, Settings const&);

}  // namespace kith::screen::rules
