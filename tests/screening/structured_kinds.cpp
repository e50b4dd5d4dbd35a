#include "screening/structured_kinds.hpp"

#include <array>

#include "screen/check_digits.hpp"

namespace kith::structured {

using screen::Class;

std::size_t Dice::under(std::size_t bound) {
    state_ ^= state_ << 13;
    state_ ^= state_ >> 7;
    state_ ^= state_ << 17;
    return static_cast<std::size_t>((state_ >> 11) % bound);
}

std::string Dice::digits(std::size_t count, bool first_not_zero) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i)
        text += i == 0 && first_not_zero ? static_cast<char>('1' + under(9)) : digit();
    return text;
}

std::string Dice::letters(std::size_t count, std::string_view of) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += letter(of);
    return text;
}

std::string two(std::size_t value) {
    return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
}

namespace {

namespace check = screen::check;

constexpr std::string_view any_letter = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

std::string grouped(std::string_view text, std::initializer_list<std::size_t> sizes, std::string_view separator) {
    std::string result;
    std::size_t at = 0;
    for (auto const size : sizes) {
        if (at > 0) result += separator;
        result += text.substr(at, size);
        at += size;
    }
    return result + std::string(text.substr(at));
}

std::string_view separator(Dice& dice) {
    constexpr std::array<std::string_view, 4> all{" ", " ", "-", ""};
    return dice.any(all);
}

std::string nhs(Dice& dice) {
    constexpr std::string_view firsts = "467";
    auto const digits = until([&] { return dice.letter(firsts) + dice.digits(9); }, check::nhs);
    return grouped(digits, {3, 3, 4}, separator(dice));
}

std::string chi(Dice& dice) {
    return until([&] { return two(1 + dice.under(28)) + two(1 + dice.under(12)) + dice.digits(6); }, check::nhs);
}

std::string health_and_care(Dice& dice) {
    return grouped(until([&] { return "3" + std::string(1, dice.letter("2345678")) + dice.digits(8); }, check::nhs),
                   {3, 3, 4}, separator(dice));
}

std::string nino(Dice& dice) {
    for (;;) {
        auto const prefix = dice.letters(1, "ABCEGHJKLMNOPRSTWXYZ") + dice.letters(1, "ABCEGHJKLMNPRSTWXYZ");
        bool never = false;
        for (std::string_view const bad : {"BG", "GB", "KN", "NK", "NT", "TN", "ZZ"}) never |= prefix == bad;
        if (never) continue;
        auto const text = prefix + dice.digits(6) + dice.letter("ABCD");
        return dice.one_in(2) ? text : grouped(text, {2, 2, 2, 2, 1}, " ");
    }
}

std::string upn(Dice& dice) {
    return until([&] { return dice.letter("ABCDEFGHJKLMNPQRTUVWXYZ") + dice.digits(12); }, check::upn);
}

std::string uln(Dice& dice) {
    return until([&] { return dice.digits(10, true); }, check::uln);
}

std::string utr(Dice& dice) {
    auto const digits = until([&] { return dice.digits(10); }, check::utr);
    return dice.one_in(2) ? digits : grouped(digits, {5, 5}, " ");
}

std::string mobile(Dice& dice) {
    auto const rest = "7" + std::string(1, dice.letter("45789")) + dice.digits(8);
    switch (dice.under(5)) {
        case 0: return "0" + rest;
        case 1: return grouped("0" + rest, {5, 6}, " ");
        case 2: return grouped("0" + rest, {5, 3, 3}, dice.one_in(2) ? " " : "-");
        case 3: return "+44 " + grouped(rest, {4, 6}, " ");
        default: return "+44" + rest;
    }
}

std::string landline(Dice& dice) {
    if (dice.one_in(3)) return grouped("020" + std::string(1, dice.letter("378")) + dice.digits(7), {3, 4, 4}, " ");
    auto const area = "01" + std::string(1, dice.letter("23456789")) + dice.digits(2);
    auto const local = dice.digits(6, true);
    switch (dice.under(3)) {
        case 0: return "(" + area + ") " + local;
        case 1: return area + " " + local;
        default: return area + "-" + local;
    }
}

std::string american_phone(Dice& dice) {
    auto const area = dice.letter("23456789") + dice.digits(2), exchange = dice.letter("23456789") + dice.digits(2),
               line = dice.digits(4);
    switch (dice.under(5)) {
        case 0: return "(" + area + ") " + exchange + "-" + line;
        case 1: return area + "-" + exchange + "-" + line;
        case 2: return area + "." + exchange + "." + line;
        case 3: return "+1 " + area + " " + exchange + " " + line;
        default: return "1-" + area + "-" + exchange + "-" + line;
    }
}

constexpr std::array<std::string_view, 18> areas{"B",  "CW", "EH", "G", "HU", "L",  "LS", "M",  "NE",
                                                 "NG", "OX", "PL", "S", "SW", "TS", "WC", "YO", "BD"};

std::string postcode(Dice& dice) {
    std::string area(dice.any(areas));
    std::string outward = area == "WC" ? area + dice.letter("12") + dice.letter("ABEHNR")
                                       : area + (dice.one_in(2) ? dice.digits(1, true) : dice.digits(2, true));
    auto const inward = dice.digits(1) + dice.letters(2, "ABDEFGHJLNPQRSTUWXYZ");
    return outward + (dice.one_in(5) ? "" : " ") + inward;
}

std::string email(Dice& dice) {
    constexpr std::array<std::string_view, 6> names{"jsmith",     "aisha.khan", "leyla_b",
                                                    "tom-obrien", "mrs.okafor", "k.novak"};
    constexpr std::array<std::string_view, 6> hosts{"gmail.com", "hotmail.co.uk", "leeds-council.gov.uk",
                                                    "nhs.net",   "example.org",   "school.edu"};
    return std::string(dice.any(names)) + (dice.one_in(2) ? dice.digits(2) : "") + "@" + std::string(dice.any(hosts));
}

std::string profile(Dice& dice) {
    constexpr std::array<std::string_view, 5> hosts{"facebook.com/", "instagram.com/", "linkedin.com/in/",
                                                    "twitter.com/", "tiktok.com/@"};
    constexpr std::array<std::string_view, 3> fronts{"https://www.", "https://", "www."};
    return std::string(dice.any(fronts)) + std::string(dice.any(hosts)) + "leyla.b" + dice.digits(3);
}

std::string handle(Dice& dice) {
    constexpr std::array<std::string_view, 5> names{"daisy", "jaydenx", "leyla_b", "big.tom", "kaz"};
    return "@" + std::string(dice.any(names)) + "_" + dice.digits(2);
}

std::string plate(Dice& dice) {
    constexpr std::array<std::string_view, 6> ages{"12", "19", "23", "58", "67", "71"};
    return dice.letters(2, "ABCDEFGHJKLMNOPRSTUVWXY") + std::string(dice.any(ages)) + (dice.one_in(4) ? "" : " ") +
           dice.letters(3, "ABCDEFGHJKLMNPRSTUVWXYZ");
}

std::string british_licence(Dice& dice) {
    auto const month = 1 + dice.under(12) + (dice.one_in(2) ? 50 : 0);
    return dice.letters(5, any_letter) + dice.digits(1) + two(month) + two(1 + dice.under(28)) + dice.digits(1) +
           dice.letters(1, any_letter) + (dice.one_in(3) ? "9" : dice.letters(1, any_letter)) + dice.digits(1) +
           dice.letters(2, any_letter);
}

std::string iban(Dice& dice) {
    return grouped(until([&] { return "GB" + dice.digits(2) + dice.letters(4) + dice.digits(14); }, check::iban),
                   {4, 4, 4, 4, 4}, dice.one_in(2) ? " " : "");
}

std::string card(Dice& dice) {
    return grouped(until([&] { return dice.letter("45") + dice.digits(15); }, check::luhn), {4, 4, 4, 4},
                   separator(dice));
}

std::string sort_code(Dice& dice) { return grouped(dice.digits(6), {2, 2, 2}, "-"); }
std::string account(Dice& dice) { return dice.digits(8, true); }

std::string family_case(Dice& dice) {
    constexpr std::array<std::string_view, 6> courts{"ZC", "PR", "LS", "BM", "NE", "ZE"};
    return std::string(dice.any(courts)) + two(14 + dice.under(12)) + dice.letter("CP") + "0" + dice.digits(4);
}

std::string ccd(Dice& dice) {
    return grouped(until([&] { return "1" + dice.digits(15); }, check::luhn), {4, 4, 4, 4}, "-");
}

std::string citation(Dice& dice) {
    constexpr std::array<std::string_view, 4> courts{"EWFC ", "EWCOP ", "EWHC ", "EWCA Civ "};
    auto const& court = dice.any(courts);
    return "[20" + two(10 + dice.under(15)) + "] " + std::string(court) + dice.digits(1 + dice.under(4), true) +
           (court == "EWHC " ? " (Fam)" : "");
}

std::string application(Dice& dice) { return dice.digits(5, true) + "/" + two(dice.under(24)); }

std::string worker(Dice& dice) { return "SW" + dice.digits(4 + dice.under(3), true); }

std::string pnc(Dice& dice) {
    constexpr std::string_view letters = "ABCDEFGHJKLMNPQRTUVWXYZ";
    for (;;) {
        auto const year = two(dice.under(24)), serial = dice.digits(7);
        char const letter = dice.letter(letters);
        if (check::pnc(year, serial, letter)) return (year < "50" ? "20" : "19") + year + "/" + serial + letter;
    }
}

std::string prison(Dice& dice) { return dice.letters(1) + dice.digits(4) + dice.letters(2); }
std::string crn(Dice& dice) { return dice.letters(1) + dice.digits(6); }
std::string case_number(Dice& dice) { return dice.digits(5 + dice.under(4), true); }

std::string ssn(Dice& dice) {
    for (;;) {
        auto const area = dice.digits(3);
        if (area == "000" || area == "666" || area[0] == '9') continue;
        return area + "-" + two(1 + dice.under(99)) + "-" + dice.digits(3) + dice.letter("123456789");
    }
}
std::string itin(Dice& dice) { return "9" + dice.digits(2) + "-" + two(70 + dice.under(19)) + "-" + dice.digits(4); }
std::string atin(Dice& dice) { return "9" + dice.digits(2) + "-93-" + dice.digits(4); }

std::string mbi(Dice& dice) {
    constexpr std::string_view letters = "ACDEFGHJKMNPQRTUVWXY";
    auto const text = dice.digits(1, true) + dice.letter(letters) +
                      (dice.one_in(2) ? dice.digits(1) : dice.letters(1, letters)) + dice.digits(1) +
                      dice.letter(letters) + (dice.one_in(2) ? dice.digits(1) : dice.letters(1, letters)) +
                      dice.digits(1) + dice.letters(2, letters) + dice.digits(2);
    return dice.one_in(2) ? text : grouped(text, {4, 3, 4}, "-");
}

std::string mrn(Dice& dice) { return dice.digits(6 + dice.under(3), true); }
std::string npi(Dice& dice) {
    return until([&] { return dice.letter("12") + dice.digits(9); }, check::npi);
}
std::string dea(Dice& dice) {
    return until([&] { return dice.letters(1, "ABFM") + dice.letters(1) + dice.digits(7); }, check::dea);
}

std::string docket(Dice& dice) {
    constexpr std::array<std::string_view, 4> codes{"JV", "JD", "DP", "CV"};
    auto const code = std::string(dice.any(codes));
    auto const year = "20" + two(10 + dice.under(15));
    return dice.one_in(2) ? code + "-" + year + "-" + dice.digits(6)
                          : year.substr(2) + "-" + code + "-" + dice.digits(5);
}

std::string vin(Dice& dice) {
    return until(
        [&] {
            return dice.letters(1, "1234JSWZ") + dice.letters(2) + dice.letters(5, "ABCDEFGH123456789") +
                   dice.letters(1, "0123456789X") + dice.letters(2) + dice.digits(6);
        },
        check::vin);
}

std::string zip(Dice& dice) { return dice.digits(5, true) + (dice.one_in(3) ? "-" + dice.digits(4) : ""); }

std::string passport(Dice& dice) { return dice.one_in(2) ? dice.digits(9, true) : dice.letters(2) + dice.digits(7); }

std::string birth_date(Dice& dice) {
    constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};
    auto const day = 1 + dice.under(28), month = dice.under(12), year = 1940 + dice.under(84);
    switch (dice.under(5)) {
        case 0: return two(day) + "/" + two(month + 1) + "/" + std::to_string(year);
        case 1: return std::to_string(day) + " " + std::string(months[month]) + " " + std::to_string(year);
        case 2: return two(day) + "." + two(month + 1) + "." + std::to_string(year).substr(2);
        case 3: return std::string(months[month]) + " " + std::to_string(day) + ", " + std::to_string(year);
        default: return std::to_string(year) + "-" + two(month + 1) + "-" + two(day);
    }
}

std::string address(Dice& dice) {
    constexpr std::array<std::string_view, 8> names{"Beech",    "Station",   "Church",   "Mill",
                                                    "Victoria", "St Mary's", "Old Mill", "Queen Anne"};
    constexpr std::array<std::string_view, 10> kinds{"Road",  "Street",   "Lane", "Avenue", "Close",
                                                     "Drive", "Crescent", "Rd",   "St",     "Terrace"};
    auto const street = std::to_string(1 + dice.under(250)) + (dice.one_in(6) ? "a" : "") + " " +
                        std::string(dice.any(names)) + " " + std::string(dice.any(kinds));
    return dice.one_in(5) ? "Flat " + std::to_string(1 + dice.under(40)) + ", " + street : street;
}

}  // namespace

std::vector<Kind> const& kinds() {
    static std::vector<Kind> const all{
        {"NHS number",
         Class::nhs_number,
         nhs,
         {"Her NHS number is $.", "nhs no: $", "NHS $ for the referral", "I wrote NHS number $ on the form, sorry"},
         true},
        {"CHI number", Class::nhs_number, chi, {"His CHI number is $", "CHI: $", "chi no $ from the practice"}, true},
        {"H&C number", Class::nhs_number, health_and_care, {"HCN $ from the trust", "her HSC number is $"}, true},
        {"NINO",
         Class::nino,
         nino,
         {"NI number $ needed", "His national insurance number is $.", "we have $ on file", "NINO: $"}},
        {"UPN", Class::upn, upn, {"UPN $", "the pupil number is $.", "School gave me $ for him"}},
        {"ULN", Class::uln, uln, {"ULN $", "Her unique learner number is $."}, true},
        {"UTR", Class::other_id, utr, {"UTR $ for the tax return", "his unique taxpayer reference is $"}, true},
        {"UK mobile",
         Class::phone,
         mobile,
         {"Call me on $ when you can", "mum's number is $", "$", "text $ after six, thanks",
          "Can anyone reach her? $ rings out."},
         true},
        {"UK landline", Class::phone, landline, {"The home is on $.", "ring $ and ask for the nurse", "tel $"}, true},
        {"US phone", Class::phone, american_phone, {"Call the grandmother at $.", "cell $", "Reach me: $"}},
        {"postcode",
         Class::postcode,
         postcode,
         {"They moved to $ last year", "postcode $", "Lives in $, near the park.", "it's $ for the sat nav"}},
        {"e-mail", Class::email, email, {"Send it to $ please", "email: $", "her address is $.", "$ is mum's"}},
        {"profile link", Class::url, profile, {"Is this him? $", "found $ yesterday", "see $."}},
        {"handle", Class::handle, handle, {"She posts as $ on insta", "follow $", "his tiktok is $."}},
        {"plate",
         Class::vehicle,
         plate,
         {"The car is $", "reg $ was outside", "A silver Golf, $, again.", "saw $ parked by the school"}},
        {"GB driving licence",
         Class::license,
         british_licence,
         {"licence $", "His driving licence number is $.", "ID seen: $"}},
        {"IBAN", Class::other_id, iban, {"IBAN $", "pay it into $ today", "her account is $."}},
        {"card", Class::other_id, card, {"card number $", "She read out $ on the phone", "visa $ exp 09/27"}, true},
        {"sort code", Class::other_id, sort_code, {"sort code $", "Sort code: $, I think"}},
        {"bank account",
         Class::other_id,
         account,
         {"account number $", "a/c no: account $", "bank account $ in her name"},
         true},
        {"family court number",
         Class::case_number,
         family_case,
         {"Case no $ is listed", "case number: $", "$ is back on Monday", "the bundle for $"}},
        {"CCD reference", Class::case_number, ccd, {"court case reference $", "The case number is $.", "HMCTS case $"}},
        {"neutral citation",
         Class::court_case,
         citation,
         {"See $.", "It was reported as $", "the judgment ($) says so"}},
        {"application to Strasbourg",
         Class::court_case,
         application,
         {"(application no. $)", "The case originated in an application (no. $) against the State",
          "see no. $, judgment"}},
        {"SWE number",
         Class::registration,
         worker,
         {"I am $ on the register", "SWE number $", "my registration is $."}},
        {"PNC id", Class::other_id, pnc, {"PNC $", "his PNC ID is $.", "police gave $"}},
        {"prison number", Class::other_id, prison, {"Prison number $", "He is $ at the prison", "NOMS no $"}},
        {"probation CRN", Class::other_id, crn, {"CRN $", "probation crn: $", "his CRN is $."}},
        {"case number",
         Class::case_number,
         case_number,
         {"case no. $", "Mosaic $", "The Liquidlogic number is $.", "client ID: $", "file ref $"}},
        {"SSN", Class::ssn, ssn, {"SSN $", "Her social security number is $.", "$ is the dad's", "social: $"}},
        {"ITIN", Class::other_id, itin, {"ITIN $", "the ITIN is $."}},
        {"ATIN", Class::other_id, atin, {"ATIN $ came through", "the adoption ATIN is $"}},
        {"MBI", Class::medicaid, mbi, {"Medicare number $", "MBI: $", "her Medicare card says $."}},
        {"MRN",
         Class::mrn,
         mrn,
         {"MRN $", "medical record number $", "MRN: $, ward 4", "Her medical record no. is $."}},
        {"NPI", Class::other_id, npi, {"NPI $", "The provider's NPI is $."}, true},
        {"DEA number", Class::other_id, dea, {"DEA $", "prescriber DEA number $"}},
        {"docket",
         Class::docket,
         docket,
         {"Docket $", "docket no. $ is on Friday", "see $ for the petition", "The petition, $, was filed."}},
        {"VIN", Class::vehicle, vin, {"VIN $", "the car's VIN is $.", "chassis $"}},
        {"ZIP", Class::postcode, zip, {"Springfield, IL $", "zip code $", "moved to Dayton, OH $."}},
        {"passport", Class::other_id, passport, {"passport $", "Her passport number is $.", "Passport no: $"}},
        {"birth date",
         Class::dob,
         birth_date,
         {"DOB $", "date of birth: $", "She was born on $.", "d.o.b. $", "dob - $, seen"}},
        {"address",
         Class::address,
         address,
         {"She lives at $.", "visit to $ at 2", "They moved into $, I think.", "address: $", "$\nthen home"}},
    };
    return all;
}

Case place(std::string_view sentence, std::string_view identifier, Kind const& kind) {
    auto const at = sentence.find('$');
    Case made;
    made.text = std::string(sentence.substr(0, at)) + std::string(identifier) + std::string(sentence.substr(at + 1));
    made.start = at;
    made.end = at + identifier.size();
    made.what = kind.what;
    made.kind = kind.name;
    return made;
}

}  // namespace kith::structured
