// Numbers of cases at courts: neutral citations, law reports, applications to Strasbourg, dockets, police and
// registers' numbers with a form of words and digits.
#include <initializer_list>

#include "screen/check_digits.hpp"
#include "screen/rules/rules.hpp"
#include "screen/rules/words.hpp"

namespace kith::screen::rules {

namespace {

bool is_number(Reader const& reader, std::size_t i, std::size_t least, std::size_t most) {
    auto const& token = reader.at(i);
    return token.shape == Shape::number && token.size() >= least && token.size() <= most;
}

bool is_year(Reader const& reader, std::size_t i) {
    if (!is_number(reader, i, 4, 4)) return false;
    int const year = value_of(reader.lower(i));
    return year >= 1900 && year <= 2099;
}

// [2020] EWFC 12 (B), [2019] EWHC 123 (Fam), [2021] EWCA Civ 9; and [2008] 2 FLR 123.
void citation_at(Reader const& reader, std::size_t year, Candidates& found) {
    bool const bracket = year > 0 && (reader.is_sign(year - 1, '[') || reader.is_sign(year - 1, '('));
    std::size_t at = year + 1;
    if (reader.is_sign(at, ']') || reader.is_sign(at, ')')) ++at;
    bool const volume = is_number(reader, at, 1, 3);
    if (volume) ++at;
    auto const court = reader.lower(at);
    bool const neutral = any_of(court, {"ewfc", "ewhc", "ewcop", "ewca", "uksc",  "ukhl",  "ukpc",  "ukut", "ukftt",
                                        "ewcc", "ewmc", "csih",  "csoh", "hcjac", "nica",  "nifam", "niqb", "nikb",
                                        "nifm", "sac",  "ukeat", "eat",  "ukait", "nimag", "nicc"});
    bool const report =
        any_of(court, {"flr", "fcr", "fam", "wlr", "ac", "qb", "kb", "ch", "scr", "cr", "ehrr", "ewhc", "mhlr"});
    if ((!neutral && !(report && (volume || bracket))) || !is_number(reader, at + 1, 1, 5)) {
        // A division may stand between: EWCA Civ 1234.
        if (!neutral ||
            !any_of(reader.lower(at + 1), {"civ", "crim", "fam", "admin", "b", "iac", "aac", "lc", "tcc"}) ||
            !is_number(reader, at + 2, 1, 5))
            return;
        ++at;
    }
    std::size_t last = at + 1;
    if (reader.is_sign(last + 1, '(') && reader.at(last + 2).shape == Shape::word && reader.is_sign(last + 3, ')') &&
        reader.at(last + 2).size() <= 5)
        last += 3;
    add(reader, found, bracket ? year - 1 : year, last, Class::court_case, neutral ? (bracket ? 0.97F : 0.85F) : 0.65F);
}

// "no. 36110/97", "nos. 123/95 and 456/96": the number of an application, an order, a file.
void slashed_at(Reader const& reader, std::size_t i, Candidates& found) {
    if (!is_number(reader, i, 1, 7) || !reader.is_sign(i + 1, '/') || !reader.attached(i + 1) ||
        !reader.attached(i + 2))
        return;
    bool const year = is_number(reader, i + 2, 2, 2) || is_year(reader, i + 2);
    bool const year_first = is_year(reader, i) && is_number(reader, i + 2, 1, 7);
    if (!year && !year_first) return;
    if (reader.attached(i) && i > 0 && reader.is_sign(i - 1, '/')) return;
    bool const date_goes_on = reader.attached(i + 3) && reader.is_sign(i + 3, '/');
    if (date_goes_on) return;
    bool numbered = false, lawful = false;
    for (std::size_t n = 1; n <= 8 && n <= i; ++n) {
        auto const word = reader.lower(i - n);
        if (reader.about(i - n, topic::number) || any_of(word, {"nos", "n", "nº", "application", "applications"}))
            numbered = true;
        if (any_of(word, {"law", "act", "decree", "directive", "regulation", "resolution", "recommendation",
                          "ordinance", "statute"}))
            lawful = true;
        if (numbered && n > 4) break;
    }
    auto const size = reader.at(i).size();
    float confidence = numbered ? 0.85F : size >= 4 && !year_first ? 0.6F : 0;
    if (lawful) confidence *= 0.45F;
    if (confidence > 0) add(reader, found, i, i + 2, Class::court_case, confidence);
}

bool docket_code(std::string_view word) {
    return any_of(word, {"jv", "jd",  "dp", "jc",  "chins", "cp",  "cv", "cr", "fa", "dr", "ju",
                         "dn", "tpr", "jj", "jvs", "juv",   "dep", "dj", "fc", "ct", "gu", "ad"});
}

// JV-2023-001234, 23-JD-00123, 2023-DP-000456, 1:21-cv-01234.
void docket_at(Reader const& reader, std::size_t i, Candidates& found) {
    auto const joined = [&](std::size_t at) {
        return reader.is_sign(at, '-') && reader.attached(at) && reader.attached(at + 1);
    };
    auto const year = [&](std::size_t at) { return is_number(reader, at, 2, 2) || is_year(reader, at); };
    constexpr Topics context = topic::docket | topic::court | topic::record | topic::number;
    if (reader.at(i).shape == Shape::word && docket_code(reader.lower(i)) && joined(i + 1) && year(i + 2) &&
        joined(i + 3) && is_number(reader, i + 4, 2, 8)) {
        add(reader, found, i, i + 4, Class::docket, 0.88F);
    } else if (year(i) && joined(i + 1) && docket_code(reader.lower(i + 2)) && joined(i + 3) &&
               is_number(reader, i + 4, 2, 8)) {
        std::size_t first = i;
        if (i >= 2 && reader.is_sign(i - 1, ':') && is_number(reader, i - 2, 1, 1)) first = i - 2;
        add(reader, found, first, i + 4, Class::docket, 0.9F);
    } else if (reader.before(i, 5) & context) {
        if (reader.at(i).shape == Shape::word && docket_code(reader.lower(i)) && joined(i + 1) &&
            is_number(reader, i + 2, 3, 9))
            add(reader, found, i, i + 2, Class::docket, 0.75F);
    }
}

// 2001/0123456A, 01/123456A: the police national computer; 123456/95A: criminal records.
void police_record_at(Reader const& reader, std::size_t i, Candidates& found) {
    constexpr std::string_view reason = "This looks like a police record's number. It leads to one person.";
    bool const first_is_year = is_number(reader, i, 2, 2) || is_year(reader, i);
    if (!reader.is_sign(i + 1, '/') || !reader.attached(i + 1) || !reader.attached(i + 2)) return;
    auto const second = reader.cased(i + 2);
    if (reader.at(i + 2).shape != Shape::mixed || second.size() < 3 || second.size() > 8) return;
    for (std::size_t n = 0; n + 1 < second.size(); ++n)
        if (second[n] < '0' || second[n] > '9') return;
    char const letter = static_cast<char>(second.back() & ~0x20);
    if (letter < 'A' || letter > 'Z') return;
    bool const named = (reader.before(i, 6) & (topic::pnc | topic::police | topic::prison)) != 0;
    auto const serial = second.substr(0, second.size() - 1);
    if (first_is_year) {
        auto const year = reader.lower(i);
        bool const fits = check::pnc(year.substr(year.size() - 2), serial, letter);
        if (named || fits)
            add(reader, found, i, i + 2, Class::other_id,
                named                ? (fits ? 0.98F : 0.7F)
                : serial.size() >= 5 ? 0.8F
                                     : 0.5F,
                reason);
    }
    if (is_number(reader, i, 1, 6) && serial.size() == 2) {
        auto const before = reader.lower(i);
        bool const fits = check::pnc(serial, before, letter);
        if (named || fits) add(reader, found, i, i + 2, Class::other_id, named ? (fits ? 0.97F : 0.7F) : 0.6F, reason);
    }
}

// SW12345, SWE 12345, W1234567; not SW19, a place.
void social_worker_at(Reader const& reader, std::size_t i, Candidates& found) {
    auto const text = reader.lower(i);
    bool const named = (reader.before(i, 6) & (topic::register_ | topic::number)) != 0 ||
                       (reader.after(i + 1, 4) & topic::register_) != 0;
    auto const digits_from = [&](std::size_t n) {
        for (std::size_t at = n; at < text.size(); ++at)
            if (text[at] < '0' || text[at] > '9') return std::size_t{0};
        return text.size() - n;
    };
    if (of_course(reader, i)) return;
    if (text.starts_with("sw") && reader.at(i).shape == Shape::mixed) {
        auto const digits = digits_from(text.starts_with("swe") ? 3 : 2);
        if (digits >= 3 && digits <= 6)
            add(reader, found, i, i, Class::registration, named ? 0.96F : digits >= 4 ? 0.85F : 0.5F);
    } else if (text.starts_with('w') && named && digits_from(1) >= 5 && digits_from(1) <= 7) {
        add(reader, found, i, i, Class::registration, 0.85F);
    } else if (is_number(reader, i, 3, 7) && i > 0 && reader.at(i).gap == Gap::space &&
               (reader.cased(i - 1) == "SW" || reader.lower(i - 1) == "swe")) {
        add(reader, found, i - 1, i, Class::registration, reader.at(i).size() >= 4 ? 0.85F : 0.5F);
    }
}

}  // namespace

void find_court_numbers(Reader const& reader, Settings const&, Candidates& found) {
    for (auto const i : reader.numbers()) {
        if (is_year(reader, i)) citation_at(reader, i, found);
        slashed_at(reader, i, found);
        docket_at(reader, i, found);
        if (i >= 2 && reader.is_sign(i - 1, '-')) docket_at(reader, i - 2, found);
        police_record_at(reader, i, found);
        social_worker_at(reader, i, found);
    }
}

}  // namespace kith::screen::rules
