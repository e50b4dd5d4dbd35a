// Numbers without a form of their own, known only by the words in front: "case no 4471", "Mosaic 123456".
#include <initializer_list>

#include "screen/rules/rules.hpp"
#include "screen/rules/words.hpp"

namespace kith::screen::rules {

namespace {

struct Label {
    Topics topics;
    Class what;
    bool alone;  // enough without "number", "no" or a colon between
    std::size_t digits_min;
    std::string_view reason = {};
};

constexpr std::string_view police_reason = "This looks like a police number. With it the incident can be found.";
constexpr std::string_view passport_reason = "This looks like a passport's number. It leads to one person.";
constexpr std::string_view offender_reason = "This looks like a prison or police record. It leads to one person.";
constexpr std::string_view permit_reason = "This looks like a Home Office number. It leads to one person.";
constexpr std::string_view account_reason = "This looks like an account. It leads to one person's money.";
constexpr std::string_view tax_reason = "This looks like a tax number. It leads to one person.";

// The first whose topics the label shares.
constexpr Label labels[] = {
    {topic::book, Class::other_id, false, 100},  // everybody's
    {topic::system, Class::case_number, true, 4},
    {topic::medicare, Class::medicaid, true, 5},
    {topic::docket, Class::docket, true, 3},
    {topic::credential, Class::license, true, 4},
    {topic::probation | topic::pnc | topic::prison, Class::other_id, true, 4, offender_reason},
    {topic::passport, Class::other_id, true, 6, passport_reason},
    {topic::immigration, Class::other_id, true, 5, permit_reason},
    {topic::npi | topic::dea, Class::other_id, false, 6},
    {topic::mrn, Class::mrn, false, 4},
    {topic::license | topic::driving, Class::license, false, 4},
    {topic::register_, Class::registration, false, 5},
    {topic::police, Class::other_id, false, 3, police_reason},
    {topic::record, Class::case_number, false, 3},
    {topic::court, Class::court_case, false, 3},
    {topic::itin | topic::utr, Class::other_id, false, 6, tax_reason},
    {topic::account, Class::other_id, false, 5, account_reason},
    {topic::nino, Class::nino, false, 6},
    {topic::nhs, Class::nhs_number, false, 6},
    {topic::upn, Class::upn, false, 6},
    {topic::uln, Class::uln, false, 6},
};

constexpr std::size_t code_reach = 34;  // tokens of a code on either side of one
constexpr std::size_t label_reach = 6;  // tokens between a code and its label

bool joint(char c) { return c == '-' || c == '/' || c == '.' || c == '_' || c == '\\'; }

struct Extent {
    std::size_t first, last;
};

// "7 8 0 9": a digit by itself with another in front.
bool digit_by_digit(Reader const& reader, std::size_t i) {
    auto const single = [&](std::size_t at) {
        return reader.at(at).shape == Shape::number && reader.at(at).size() == 1;
    };
    return i > 0 && reader.has(i) && reader.at(i).gap == Gap::space && single(i) && single(i - 1);
}

// All that touches token `i` and belongs to one code: "LCS-123/45b".
Extent code_around(Reader const& reader, std::size_t i) {
    Extent extent{i, i};
    while (i - extent.first < code_reach && extent.first > 0 &&
           (reader.attached(extent.first) || digit_by_digit(reader, extent.first))) {
        auto const before = extent.first - 1;
        if (reader.sign_at(before) == '\0')
            extent.first = before;
        else if (joint(reader.sign_at(before)) && reader.attached(before) && reader.sign_at(before - 1) == '\0')
            extent.first = before - 1;
        else
            break;
    }
    while (extent.last - i < code_reach &&
           (reader.attached(extent.last + 1) || digit_by_digit(reader, extent.last + 1))) {
        auto const after = extent.last + 1;
        if (reader.sign_at(after) == '\0')
            extent.last = after;
        else if (joint(reader.sign_at(after)) && reader.attached(after + 1) && reader.sign_at(after + 1) == '\0')
            extent.last = after + 1;
        else
            break;
    }
    return extent;
}

std::size_t digits_in(std::string_view text) {
    std::size_t count = 0;
    for (char const c : text) count += c >= '0' && c <= '9' ? 1U : 0U;
    return count;
}

struct Found {
    Topics topics = 0;
    bool named = false;   // "number", "ref", "#", a colon
    bool strong = false;  // a plain label, or right in front of the number
    std::size_t distance = 0;
};

bool filler(Reader const& reader, std::size_t i) {
    auto const word = reader.lower(i);
    return word == "is" || word == "was" || word == "the" || word == "of" || word == "s" || word == "for" ||
           word == "under" || word == "her" || word == "his" || word == "their" || word == "on";
}

// Numbers of things that are nobody's: "Law no. 2845", "order number", "room 12".
bool nobodys(std::string_view word) {
    for (std::string_view const thing :
         {"law",       "act",        "protocol",  "decree",  "article", "articles",       "section",    "regulation",
          "directive", "resolution", "order",     "invoice", "booking", "tracking",       "version",    "model",
          "page",      "bus",        "platform",  "gate",    "chapter", "schedule",       "convention", "series",
          "part",      "item",       "paragraph", "episode", "season",  "recommendation", "product",    "serial",
          "error",     "flight",     "parcel",    "ticket",  "bug",     "pull",           "issue",      "commit"})
        if (word == thing) return true;
    return false;
}

Found label_before(Reader const& reader, std::size_t first) {
    Found found;
    for (std::size_t n = 1; n <= label_reach && n <= first; ++n) {
        auto const i = first - n;
        if (n > 1 && reader.at(i + 1).gap == Gap::line && reader.sign_at(i) != ':') break;
        char const c = reader.sign_at(i);
        if (c == '#' || c == ':' || c == '=') {
            found.named = true;
            continue;
        }
        if (c == '.' || c == '-' || c == '(' || c == '"' || c == '\'' || c == ',' || c == ')') continue;
        if (c != '\0') break;
        if (nobodys(reader.lower(i))) return {};
        auto const topics = reader.topics(i);
        if (topics & topic::number) {
            found.named = true;
            continue;
        }
        constexpr Topics all = topic::system | topic::medicare | topic::docket | topic::credential | topic::probation |
                               topic::pnc | topic::prison | topic::passport | topic::immigration | topic::npi |
                               topic::dea | topic::mrn | topic::license | topic::driving | topic::register_ |
                               topic::police | topic::record | topic::court | topic::itin | topic::utr |
                               topic::account | topic::nino | topic::nhs | topic::upn | topic::uln | topic::book;
        if (any_of(reader.lower(i), {"swe", "sssc", "nmc", "gmc", "hcpc", "niscc", "scw", "gdc", "gphc"}))
            found.named = true;
        if (topics & all) {
            if (found.topics == 0) found.distance = n;
            found.topics |= topics & all;
            if (n - found.distance >= 2) break;
            continue;
        }
        if (found.topics != 0) break;
        if (!filler(reader, i)) break;
    }
    return found;
}

float confidence_of(Label const& label, Found const& found, std::size_t digits, bool mixed) {
    if (found.named) return digits >= 4 || mixed ? 0.88F : 0.7F;
    if (label.alone) return found.distance <= 2 ? 0.72F : 0.45F;
    return found.distance <= 1 && digits >= 5 ? 0.55F : 0;
}

}  // namespace

void find_labelled_numbers(Reader const& reader, Settings const&, Candidates& found) {
    std::size_t next = 0;
    for (auto const number : reader.numbers()) {
        if (number < next) continue;
        auto const [first, last] = code_around(reader, number);
        next = last + 1;
        auto const text = reader.lower(first, last);
        auto const digits = digits_in(text);
        if (digits < 3 || text.size() > 40 || reader.is_sign(first - 1, '$')) continue;
        if (reader.about(last + 1, topic::time_unit | topic::money | topic::measure)) continue;
        auto const label = label_before(reader, first);
        if (label.topics == 0) continue;
        for (auto const& known : labels) {
            if ((known.topics & label.topics) == 0) continue;
            bool const mixed = digits < text.size();
            auto const confidence = confidence_of(known, label, digits, mixed);
            if (digits >= known.digits_min && confidence > 0) {
                auto const what =
                    known.what == Class::case_number && text.find('/') != text.npos && (label.topics & topic::court)
                        ? Class::court_case
                        : known.what;
                found.push_back({reader.at(first).start, reader.at(last).end, what, confidence, known.reason});
            }
            break;
        }
    }
}

}  // namespace kith::screen::rules
