// Check digits of numbers that people are known by. Each takes the bare digits (or
// capital letters and digits) and answers whether they agree with each other; a text
// of the wrong length or alphabet does not. A check that fits never decides alone:
// one in eleven of all ten-digit numbers passes for an NHS number.
#pragma once

#include <string_view>

namespace kith::screen::check {

bool nhs(std::string_view);      // NHS, CHI and H&C numbers: modulus 11, weights 10 to 2
bool uln(std::string_view);      // unique learner number: modulus 11, remainder 10
bool upn(std::string_view);      // unique pupil number: letter in front, modulus 23
bool utr(std::string_view);      // taxpayer reference: digit in front, modulus 11
bool luhn(std::string_view);     // payment cards, CCD references
bool iban(std::string_view);     // modulus 97
bool npi(std::string_view);      // US health provider: Luhn after 80840
bool routing(std::string_view);  // US bank: 3, 7, 1
bool dea(std::string_view);      // US prescriber
bool vin(std::string_view);      // vehicle identification number, digit at the ninth place
// Police national computer: two digits of the year, up to seven of the serial, the letter.
bool pnc(std::string_view year, std::string_view serial, char letter);

}  // namespace kith::screen::check
