// Numbers with letters in them, each known by its form.
#include <initializer_list>

#include "screen/check_digits.hpp"
#include "screen/rules/code.hpp"
#include "screen/rules/nearby.hpp"
#include "screen/rules/rules.hpp"
#include "screen/rules/words.hpp"

namespace kith::screen::rules {

namespace {

using Plain = std::string_view;  // with look-alikes put right

// What a form says of a text that fits it, apart from the words around.
struct Judged {
    float alone = 0;     // confidence without a word around
    float labelled = 0;  // with one of the form's labels
};

bool one_of(std::string_view letters, char c) { return letters.find(c) != letters.npos; }

Judged national_insurance(Plain text) {
    bool const first = !one_of("DFIQUV", text[0]), second = !one_of("DFIQUVO", text[1]);
    auto const pair = text.substr(0, 2);
    bool const never =
        pair == "BG" || pair == "GB" || pair == "KN" || pair == "NK" || pair == "NT" || pair == "TN" || pair == "ZZ";
    bool const example = pair == "QQ";
    if (text.size() == 9 && !one_of("ABCD", text[8])) return {};
    if (!first || !second || never) return {0, example ? 0.6F : 0.5F};
    return text.size() == 9 ? Judged{0.92F, 0.98F} : Judged{0, 0.85F};
}

Judged pupil(Plain text) { return check::upn(text) ? Judged{0.9F, 0.98F} : Judged{0, 0.65F}; }

Judged new_pupil(Plain text) { return check::upn(text) ? Judged{0.55F, 0.97F} : Judged{0, 0.6F}; }

Judged police(Plain text) {
    return check::pnc(text.substr(2, 2), text.substr(4, 7), text[11]) ? Judged{0.85F, 0.98F} : Judged{0, 0.7F};
}

Judged social_worker(Plain) { return {0.6F, 0.95F}; }

int two(Plain text, std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); }

// Five of the surname filled up with 9; the month of women is 50 more.
Judged british_licence(Plain text) {
    bool nines = false;
    for (std::size_t n = 0; n < 5; ++n) {
        bool const nine = text[n] == '9';
        if ((text[n] >= '0' && text[n] <= '8') || (nines && !nine)) return {};
        nines |= nine;
    }
    int const month = two(text, 6) % 50, day = two(text, 8);
    if (month < 1 || month > 12 || two(text, 6) > 62 || day < 1 || day > 31) return {0, 0.5F};
    return {0.93F, 0.98F};
}

Judged new_plate(Plain text) {
    if (one_of("IQ", text[0]) || one_of("IQ", text[1])) return {};
    for (std::size_t n = 4; n < 7; ++n)
        if (one_of("IQ", text[n])) return {};
    int const age = two(text, 2);
    bool const issued = (age >= 2 && age <= 29) || (age >= 51 && age <= 79);
    return issued ? Judged{0.8F, 0.96F} : Judged{0, 0.5F};
}

Judged old_plate(Plain) { return {0.45F, 0.93F}; }

Judged vehicle_identification(Plain text) {
    std::size_t digits = 0;
    for (char const c : text) {
        if (one_of("IOQ", c)) return {};
        digits += c >= '0' && c <= '9' ? 1U : 0U;
    }
    if (digits < 3 || digits > 15) return {};
    return check::vin(text) ? Judged{0.92F, 0.98F} : Judged{0.3F, 0.8F};
}

Judged medicare(Plain text) {
    for (std::size_t const n : {1U, 2U, 4U, 5U, 7U, 8U})
        if (one_of("SLOIBZ", text[n])) return {};
    bool const form = text[0] >= '1' && text[0] <= '9' && text[1] >= 'A' && text[4] >= 'A';
    return form ? Judged{0.85F, 0.97F} : Judged{};
}

// Court, year, kind, serial.
Judged family_court(Plain text) {
    int const year = two(text, 2);
    return year >= 5 && year <= 40 && one_of("PCAFDZMTRLNUVWGEJ", text[4]) ? Judged{0.88F, 0.97F} : Judged{};
}

Judged prison(Plain text) {
    bool const letters = !one_of("IO", text[5]) && !one_of("IO", text[6]);
    return {letters ? 0.72F : 0.5F, 0.96F};
}

Judged only_labelled(Plain) { return {0, 0.93F}; }

Judged dea(Plain text) {
    if (!one_of("ABCDEFGHJKLMNPRSTUX", text[0])) return {};
    return check::dea(text) ? Judged{0.75F, 0.97F} : Judged{0, 0.6F};
}

Judged nmc_pin(Plain) { return {0.5F, 0.95F}; }

constexpr std::string_view prison_reason = "This looks like a prison number. It leads to one person.";
constexpr std::string_view police_reason = "This looks like a police record's number. It leads to one person.";
constexpr std::string_view probation_reason = "This looks like a probation number. It leads to one person.";
constexpr std::string_view passport_reason = "This looks like a passport's number. It leads to one person.";
constexpr std::string_view permit_reason = "This looks like a Home Office number. It leads to one person.";
constexpr std::string_view prescriber_reason = "This looks like a prescriber's number. It leads to one worker.";
constexpr std::string_view account_reason = "This looks like a bank account. It leads to one person's money.";

struct Form {
    std::string_view mask;
    Class what;
    Topics labels;
    Judged (*judge)(Plain);
    Region region;
    std::size_t tokens_max;  // in how many it may be written before it must be labelled
    std::string_view reason = {};
};

constexpr Form forms[] = {
    {"AA999999A", Class::nino, topic::nino, national_insurance, Region::uk, 6},
    {"AA999999", Class::nino, topic::nino, national_insurance, Region::uk, 5},
    {"99A99999", Class::nino, topic::nino, only_labelled, Region::uk, 5},
    {"A999999999999", Class::upn, topic::upn, pupil, Region::uk, 5},
    {"A99999999999A", Class::upn, topic::upn, new_pupil, Region::uk, 5},
    {"*****999999**9AA", Class::license, topic::driving, british_licence, Region::uk, 4},
    {"*****999999***AA", Class::license, topic::driving, british_licence, Region::uk, 4},
    {"AA99AAA", Class::vehicle, topic::vehicle, new_plate, Region::uk, 2},
    {"A999AAA", Class::vehicle, topic::vehicle, old_plate, Region::uk, 2},
    {"A99AAA", Class::vehicle, topic::vehicle, only_labelled, Region::uk, 2},
    {"AAA999A", Class::vehicle, topic::vehicle, old_plate, Region::uk, 2},
    {"AAA9999", Class::vehicle, topic::vehicle, only_labelled, Region::both, 2},
    {"9AAA999", Class::vehicle, topic::vehicle, only_labelled, Region::us, 1},
    {"*****************", Class::vehicle, topic::vehicle, vehicle_identification, Region::both, 3},
    {"9A*9A*9AA99", Class::medicaid, topic::medicare, medicare, Region::us, 3},
    {"AA99A99999", Class::case_number, topic::court | topic::record, family_court, Region::uk, 4},
    {"A9999AA", Class::other_id, topic::prison, prison, Region::uk, 1, prison_reason},
    {"A999999", Class::other_id, topic::probation, only_labelled, Region::uk, 2, probation_reason},
    {"AA9999999", Class::other_id, topic::dea, dea, Region::us, 2, prescriber_reason},
    {"AA9999999", Class::other_id, topic::passport | topic::immigration, only_labelled, Region::both, 3,
     passport_reason},
    {"A99999999", Class::other_id, topic::passport | topic::immigration, only_labelled, Region::both, 3,
     passport_reason},
    {"A9999999", Class::other_id, topic::immigration, only_labelled, Region::both, 3, permit_reason},
    {"SW9999", Class::registration, topic::register_ | topic::number, social_worker, Region::uk, 1},
    {"SW99999", Class::registration, topic::register_ | topic::number, social_worker, Region::uk, 1},
    {"SW999999", Class::registration, topic::register_ | topic::number, social_worker, Region::uk, 1},
    {"99999999999A", Class::other_id, topic::pnc | topic::police, police, Region::uk, 2, police_reason},
    {"99A9999A", Class::registration, topic::register_, nmc_pin, Region::uk, 1},
};

bool in_region(Form const& form, Settings const& settings) {
    return (static_cast<unsigned>(form.region) & static_cast<unsigned>(settings.region)) != 0;
}

// How many characters an IBAN of that country has; 0 for a country without.
std::size_t account_size(std::string_view country) {
    constexpr std::string_view sizes =
        "AD24AE23AL28AT20AZ28BA20BE16BG22BH22BR29CH21CR22CY28CZ24DE22DK18DO28EE20ES24FI18FO18FR27GB22GE22GI23GL18GR27"
        "GT28HR21HU28IE22IL23IS26IT27JO30KW30KZ20LB28LI21LT20LU20LV21MC27MD24ME22MK19MR27MT31MU30NL18NO15PK24PL28PS29"
        "PT25QA29RO24RS22SA24SE24SI19SK24SM27TN24TR26UA29VG24XK20";
    for (std::size_t at = 0; at < sizes.size(); at += 4)
        if (sizes.substr(at, 2) == country)
            return static_cast<std::size_t>((sizes[at + 2] - '0') * 10 + (sizes[at + 3] - '0'));
    return 0;
}

class CodeFinder {
public:
    CodeFinder(Reader const& reader, Settings const& settings, Candidates& found)
        : reader_(reader), settings_(settings), found_(found) {}

    void look_from(std::size_t i) {
        if (reader_.attached(i) && i > 0 && reader_.sign_at(i - 1) == '\0') return;  // touches what is before: never
        auto const code = read_code(reader_, i);
        for (auto const& form : forms) {
            auto const size = form.mask.size();
            if (size > code.size()) continue;
            auto const last = code.last_token(size);
            if (last == Code::none || !in_region(form, settings_)) continue;
            auto const fitted = fit(form.mask, code.text(size));
            if (fitted.fits) judge(form, fitted, i, last, code.tokens(size));
        }
        bank_account(code, i);
    }

private:
    void judge(Form const& form, Fit const& fitted, std::size_t first, std::uint32_t last, std::size_t tokens) {
        auto const judged = form.judge({fitted.plain.data(), form.mask.size()});
        if (judged.labelled == 0) return;
        if (goes_on(last)) return;
        Nearby const nearby(reader_, first, last);
        bool const labelled = form.labels != 0 && nearby.distance(form.labels) <= 6;
        // "NINO: he 52 74 85 b" is one all the same.
        if (form.what == Class::registration && of_course(reader_, first)) return;
        bool const certain = labelled && form.what == Class::nino && form.mask.size() == 9;
        if (!certain && has_plain_word(first, last)) return;
        float confidence = labelled ? judged.labelled : judged.alone;
        // One sign at a time, or with look-alikes: somebody hides it, or it is chance.
        if (!labelled && fitted.mended > 1 && !spread_out(first, last)) return;
        if (!labelled && fitted.mended > 0) confidence -= 0.1F * static_cast<float>(fitted.mended);
        if (!labelled && tokens > form.tokens_max) confidence *= spread_out(first, last) ? 0.85F : 0.4F;
        if (!labelled && form.what == Class::vehicle && tokens > 1) confidence *= plate_words(first, last);
        if (confidence >= confidence_min_all)
            found_.push_back({reader_.at(first).start, reader_.at(last).end, form.what, confidence, form.reason});
    }

    // "is 3925", "155a St": words of the sentence, no letters of a code.
    bool has_plain_word(std::size_t first, std::size_t last) const {
        constexpr Topics plain =
            topic::common | topic::street | topic::number | topic::title | topic::time_unit | topic::pronoun;
        for (std::size_t i = first; i <= last; ++i)
            if (reader_.at(i).shape == Shape::word && reader_.at(i).size() > 1 && reader_.about(i, plain) &&
                reader_.cased(i).back() == reader_.lower(i).back())
                return true;
        return false;
    }

    // Another letter or digit touches it, or a hyphen or slash with one behind.
    bool goes_on(std::uint32_t last) const {
        if (!reader_.attached(last + 1)) return false;
        char const c = reader_.sign_at(last + 1);
        if (c == '\0') return true;
        return (c == '-' || c == '/' || c == '_' || c == '@') && reader_.attached(last + 2) &&
               reader_.sign_at(last + 2) == '\0' && reader_.has_digit(last + 2);
    }

    // Each letter and digit by itself: "C W 5 6 A B".
    bool spread_out(std::size_t first, std::size_t last) const {
        for (std::size_t i = first; i <= last; ++i)
            if (reader_.at(i).size() > 1 && !reader_.about(i, topic::digit | topic::repeat)) return false;
        return true;
    }

    // Plates stand in capitals; in small letters three letters may be a word ("ab12 the").
    float plate_words(std::size_t first, std::size_t last) const {
        if (last > first + 1) return 0.4F;  // a sign between
        bool const capital = reader_.cased(last).back() != reader_.lower(last).back();
        bool const word = reader_.at(last).word != 0;
        if (reader_.capital(first) && capital) return word ? 0.55F : 1;
        return word ? 0.3F : 0.5F;
    }

    // A country, two check digits, the account in as many characters as the country has, in any groups.
    void bank_account(Code const& code, std::size_t first) {
        if (code.size() < 15 || !fit("AA99", code.text(4)).fits) return;
        auto const size = account_size(code.text(2));
        auto const last = code.last_token(size);
        if (size == 0 || size > code.size() || last == Code::none || has_plain_word(first, last)) return;
        bool const fits = check::iban(code.text(size));
        bool const british = fit("GB99AAAA99999999999999", code.text(size)).fits;
        Nearby const nearby(reader_, first, last);
        bool const labelled = nearby.distance(topic::account) <= 5;
        float const confidence = fits ? 0.96F : british ? (labelled ? 0.8F : 0.6F) : labelled ? 0.7F : 0;
        if (confidence > 0)
            found_.push_back(
                {reader_.at(first).start, reader_.at(last).end, Class::other_id, confidence, account_reason});
    }

    Reader const& reader_;
    Settings const& settings_;
    Candidates& found_;
};

constexpr std::size_t letters_before_max = 5, tokens_before_max = 12;

}  // namespace

void find_letter_identifiers(Reader const& reader, Settings const& settings, Candidates& found) {
    CodeFinder finder(reader, settings, found);
    std::size_t seen = 0;  // tokens before it have been looked from
    auto const& numbers = reader.numbers();
    auto const& words = reader.number_words();
    for (std::size_t n = 0, w = 0; n < numbers.size() || w < words.size();) {
        bool const number_first = w == words.size() || (n < numbers.size() && numbers[n] < words[w]);
        std::size_t const number = number_first ? numbers[n++] : words[w++];
        if (number < seen) continue;
        // A number in words only where more follow.
        if (!number_first && !reader.about(number + 1, topic::digit | topic::repeat) && !reader.has_digit(number + 1))
            continue;
        // The letters before the first digit: "AB 12 34 56 C", "A B 1 2".
        std::size_t first = number;
        while (first > seen && number - first < tokens_before_max && reader.at(first).gap != Gap::line) {
            auto before = first - 1;
            if (is_joint(reader.sign_at(before)) && before > seen) --before;
            if (reader.at(before).shape != Shape::word || reader.at(before).size() > letters_before_max) break;
            first = before;
            if (reader.at(first).size() > 1) break;
        }
        for (std::size_t i = first; i <= number; ++i)
            if (reader.at(i).shape != Shape::sign) finder.look_from(i);
        seen = number + 1;
    }
}

}  // namespace kith::screen::rules
