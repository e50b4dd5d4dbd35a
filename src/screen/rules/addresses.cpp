// Streets with a house number, flats, post boxes; places given as numbers.
#include "screen/rules/rules.hpp"
#include "screen/rules/words.hpp"

namespace kith::screen::rules {

namespace {

constexpr std::size_t name_words_max = 4;

// 14, 14a, 12-14
bool house_number(Reader const& reader, std::size_t i) {
    auto const text = reader.lower(i);
    if (reader.at(i).shape == Shape::number) return text.size() <= 5 && text != "0";
    if (reader.at(i).shape != Shape::mixed || text.size() > 6) return false;
    std::size_t digits = 0;
    while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9') ++digits;
    return digits > 0 && digits + 1 == text.size() && text.back() <= 'k';
}

// A word that a street may be named by.
bool street_name(Reader const& reader, std::size_t i) {
    if (!is_word(reader, i)) return false;
    if (reader.at(i).shape == Shape::mixed) {  // 45th
        auto const text = reader.lower(i);
        return text.ends_with("th") || text.ends_with("st") || text.ends_with("nd") || text.ends_with("rd");
    }
    return reader.at(i).shape == Shape::word;
}

class AddressFinder {
public:
    AddressFinder(Reader const& reader, Candidates& found) : reader_(reader), found_(found) {}

    // The token of a street's ending: "Road".
    void street_at(std::size_t i);
    // "Rue", "Via".
    void street_first_at(std::size_t i);
    // "Flat 3, Beech Court"; "flat 3"
    void unit_at(std::size_t i);
    // "Rhinstrasse 53", "P.O. Box 12", 53.0672, -2.5238
    void number_at(std::size_t i);
    // "///filled.count.soap"
    void three_words_at(std::size_t i);

private:
    bool capital(std::size_t i) const { return reader_.capital(i); }
    bool lives_near(std::size_t i) const { return (reader_.before(i, 6) & topic::where) != 0; }
    std::size_t unit_before(std::size_t first) const;
    std::size_t unit_behind(std::size_t last) const;
    // A year or a day of a month, no house.
    bool dated(std::size_t number) const {
        return number > 0 &&
               (reader_.about(number - 1, topic::month) ||
                (reader_.at(number).size() == 4 &&
                 any_of(reader_.lower(number - 1), {"in", "since", "until", "of", "from", "by", "during"})));
    }
    void put(std::size_t first, std::size_t last, float confidence);
    void town_behind(std::size_t last);

    Reader const& reader_;
    Candidates& found_;
    std::size_t until_ = 0;
};

// "Flat 3, " in front of token `first`; `first` when there is none.
std::size_t AddressFinder::unit_before(std::size_t first) const {
    std::size_t at = first;
    if (at > 0 && reader_.is_sign(at - 1, ',')) --at;
    if (at >= 2 && (reader_.has_digit(at - 1) || reader_.at(at - 1).size() == 1) && reader_.about(at - 2, topic::unit))
        return at - 2;
    return first;
}

// " Apt 4B", ", Suite 200", " #4" behind token `last`.
std::size_t AddressFinder::unit_behind(std::size_t last) const {
    std::size_t next = last + 1;
    if (reader_.is_sign(next, '.')) ++next;
    if (reader_.is_sign(next, ',')) ++next;
    if (reader_.has(next) && reader_.about(next, topic::unit) &&
        (reader_.has_digit(next + 1) || (reader_.at(next + 1).size() == 1 && is_word(reader_, next + 1))) &&
        follows(reader_, next + 1))
        return next + 1;
    if (reader_.is_sign(next, '#') && reader_.has_digit(next + 1)) return next + 1;
    return last;
}

// The town after an address, and its code where that is digits alone: ", Springfield, 62704".
void AddressFinder::town_behind(std::size_t last) {
    for (std::size_t part = 0; part < 3; ++part) {
        std::size_t next = last + 1;
        bool const apart =
            reader_.is_sign(next, ',') || (reader_.has(next) && reader_.at(next).gap == Gap::line && part < 2);
        if (!apart) return;
        if (reader_.is_sign(next, ',')) ++next;
        if (!reader_.has(next)) return;
        if (reader_.at(next).shape == Shape::number && reader_.at(next).size() >= 4 && reader_.at(next).size() <= 6) {
            add(reader_, found_, next, next, Class::postcode, 0.6F);
            ++next;
        }
        if (!is_word(reader_, next) || !capital(next) || reader_.at(next).shape != Shape::word) return;
        if (reader_.about(next, topic::common | topic::pronoun)) return;
        std::size_t end = next;
        while (end - next < name_words_max && follows(reader_, end + 1) &&
               ((is_word(reader_, end + 1) && capital(end + 1) && reader_.at(end + 1).shape == Shape::word) ||
                (reader_.is_sign(end + 1, '-') && reader_.attached(end + 1))))
            ++end;
        if (reader_.is_sign(end, '-')) --end;
        add(reader_, found_, next, end, Class::place, 0.55F);
        last = end;
        auto const code = last + 1;
        if (follows(reader_, code) && reader_.at(code).shape == Shape::number && reader_.at(code).size() >= 4 &&
            reader_.at(code).size() <= 6) {
            add(reader_, found_, code, code, Class::postcode, 0.6F);
            last = code;
        }
    }
}

void AddressFinder::put(std::size_t first, std::size_t last, float confidence) {
    add(reader_, found_, first, last, Class::address, confidence);
    until_ = last + 1;
    town_behind(last);
}

void AddressFinder::street_at(std::size_t i) {
    if (i < until_) return;
    bool const common = reader_.about(i, topic::common);
    // Of several endings ("Park Road") the last counts.
    if (reader_.about(i + 1, topic::street) && reader_.at(i + 1).gap == Gap::space && capital(i) == capital(i + 1) &&
        !(reader_.about(i + 1, topic::common) && !common))
        return;
    std::size_t first = i;
    bool capitals = true, plain = false;
    std::size_t number = i;
    for (std::size_t n = 0; n <= name_words_max + 1 && first > 0; ++n) {
        if (reader_.at(first).gap == Gap::line) break;
        auto before = first - 1;
        char const c = reader_.sign_at(before);
        if (c == '\'' || c == '.' || c == '-') {
            if (before == 0 || (c == '-' && !reader_.attached(before))) break;
            --before;
        }
        if (reader_.lower(before) == "s" && before > 0 && reader_.is_sign(before - 1, '\'')) {  // St Mary's
            first = before;
            continue;
        }
        if (house_number(reader_, before) && n > 0) {
            number = before;
            break;
        }
        if (c == ',' && n > 0 && before > 0 && house_number(reader_, before - 1) && first < i) {
            number = before - 1;
            break;
        }
        if (!street_name(reader_, before)) break;
        if (reader_.lower(before) == "the" || reader_.lower(before) == "of") {
            // "14 The Green", and not "1998 the Konya Court".
            if (!(first == i && before > 0 && house_number(reader_, before - 1)) || reader_.lower(i) == "court") break;
        } else {
            bool const named =
                any_of(reader_.lower(before),
                       {"old",   "new",    "high",   "long",    "first", "second", "third", "back",   "big",
                        "day",   "great",  "mill",   "park",    "hill",  "green",  "bank",  "bridge", "gate",
                        "manor", "fields", "meadow", "meadows", "well",  "wells",  "ford",  "vale",   "view"});
            if (!named && reader_.about(before, topic::common | topic::time_unit | topic::measure | topic::pronoun) &&
                !capital(before)) {
                plain = true;
                break;
            }
            capitals &= capital(before) || reader_.at(before).shape == Shape::mixed;
        }
        first = before;
    }
    if (first == i && number == i) return;
    bool const ending_capital = capital(i);
    std::size_t last = i;
    if (number != i) {
        if (plain || dated(number)) return;
        bool const number_goes_on = number > 0 && reader_.attached(number) && !reader_.is_sign(number - 1, '(') &&
                                    !reader_.is_sign(number - 1, '#') && !reader_.is_sign(number - 1, '"');
        if (number_goes_on && !reader_.is_sign(number - 1, '-') && !reader_.is_sign(number - 1, '/')) return;
        if (number >= 2 && number_goes_on && house_number(reader_, number - 2)) number -= 2;
        if (any_of(reader_.lower(number + 1),
                   {"minute", "minutes", "mins", "min",     "mile", "miles", "km",    "year", "years",
                    "hour",   "hours",   "days", "weeks",   "week", "month", "day",   "in",   "of",
                    "to",     "more",    "bed",  "bedroom", "star", "page",  "people"}))
            return;
        bool const lives = lives_near(number);
        float const written = common && !lives && i - number > 3 ? 0.5F : 0.93F;
        float const small = common ? (lives ? (capitals ? 0.7F : 0.55F) : 0.2F) : lives ? 0.85F : 0.72F;
        float const confidence = capitals && ending_capital ? written : small;
        put(unit_before(number), unit_behind(last), confidence);
        return;
    }
    // "Lyndon Street 45"
    auto behind = i + 1;
    if (reader_.is_sign(behind, ',')) ++behind;
    if (capitals && ending_capital && follows(reader_, behind) && house_number(reader_, behind) &&
        !reader_.about(behind + 1, topic::time_unit | topic::measure | topic::month) &&
        !(reader_.at(behind).size() == 4 && behind == i + 2)) {
        put(first, unit_behind(behind), common || reader_.at(i).size() < 4 ? 0.42F : 0.78F);
        return;
    }
    if (!capitals || !ending_capital || reader_.lower(i) == "court") return;
    bool const at_sentence = first == 0 || reader_.at(first).gap == Gap::line || reader_.ends_sentence(first - 1);
    bool const lives = first > 0 && any_of(reader_.lower(first - 1), {"on", "in", "at", "off", "down", "from"});
    if (first + 1 == i && reader_.about(first, topic::common | topic::title) && reader_.lower(first) != "st") return;
    float const confidence = common ? (lives ? 0.45F : 0.3F) : lives ? 0.6F : at_sentence ? 0.42F : 0.5F;
    add(reader_, found_, first, last, Class::place, confidence, "This names a street. It leads to a few homes.");
}

void AddressFinder::street_first_at(std::size_t i) {
    if (i < until_ || !capital(i)) {
        // "12 rue de Verdun"
        if (i == 0 || i < until_ || !reader_.has_digit(i - 1)) return;
        if (!any_of(reader_.lower(i), {"rue", "avenue", "chemin", "allee", "impasse", "quai", "boulevard", "calle"}))
            return;
    }
    std::size_t last = i;
    bool name = false;
    for (std::size_t n = 0; n < name_words_max + 1 && follows(reader_, last + 1); ++n) {
        auto const next = last + 1;
        if (any_of(reader_.lower(next), {"de", "la", "du", "des", "del", "della", "di", "da", "do", "dos", "le", "les",
                                         "los", "las", "al"})) {
            last = next;
            continue;
        }
        if ((reader_.is_sign(next, '\'') || reader_.is_sign(next, '-')) && reader_.attached(next) &&
            is_word(reader_, next + 1)) {
            last = next + 1;
            continue;
        }
        if (!is_word(reader_, next) || !capital(next) || reader_.at(next).shape != Shape::word) break;
        name = true;
        last = next;
    }
    if (!name) return;
    auto behind = last + 1;
    if (reader_.is_sign(behind, ',')) ++behind;
    bool const letter = reader_.at(i).size() < 2;
    if (follows(reader_, behind) && house_number(reader_, behind))
        return put(i, unit_behind(behind), letter ? 0.6F : 0.85F);
    auto number = i;
    if (number > 0 && reader_.is_sign(number - 1, ',')) --number;
    if (number > 0 && house_number(reader_, number - 1) && reader_.at(i).gap != Gap::line)
        return put(number - 1, last, letter ? 0.5F : 0.88F);
    if (!letter && reader_.lower(i) != "via") add(reader_, found_, i, last, Class::place, 0.45F);
}

void AddressFinder::unit_at(std::size_t i) {
    if (i < until_ ||
        !(house_number(reader_, i + 1) ||
          (reader_.at(i + 1).size() == 1 && is_word(reader_, i + 1) && reader_.capital(i + 1))) ||
        !follows(reader_, i + 1))
        return;
    auto next = i + 2;
    if (reader_.is_sign(next, ',')) ++next;
    std::size_t last = next;
    // The building's name: capitals up to "Court", "House".
    for (std::size_t n = 0; n < name_words_max && follows(reader_, last) && is_word(reader_, last) && capital(last);
         ++n, ++last)
        if (n > 0 && reader_.about(last, topic::care | topic::street | topic::institution)) {
            // The street may follow, with its own number.
            return put(i, last, 0.88F);
        }
    bool const flat = any_of(reader_.lower(i), {"flat", "apartment", "apt"});
    if (flat && lives_near(i))
        add(reader_, found_, i, i + 1, Class::address, 0.55F);
    else if (flat && next == i + 3)
        add(reader_, found_, i, i + 1, Class::address, 0.42F);
}

void AddressFinder::number_at(std::size_t i) {
    if (i < until_) return;
    // P.O. Box 12
    if (i > 0 && reader_.lower(i - 1) == "box" && i > 1) {
        auto po = i - 2;
        if (reader_.is_sign(po, '.') && po > 0) --po;
        if (reader_.lower(po) == "o" && po >= 2) po -= reader_.is_sign(po - 1, '.') ? 2 : 1;
        if (any_of(reader_.lower(po), {"po", "p", "post", "apo", "psc"})) return put(po, i, 0.85F);
    }
    // 53.0672, -2.5238
    auto const decimal = [&](std::size_t at) {
        return reader_.at(at).shape == Shape::number && reader_.at(at).size() <= 3 && reader_.is_sign(at + 1, '.') &&
               reader_.attached(at + 1) && reader_.attached(at + 2) && reader_.at(at + 2).shape == Shape::number &&
               reader_.at(at + 2).size() >= 4;
    };
    if (decimal(i) && reader_.is_sign(i + 3, ',')) {
        auto const other = reader_.is_sign(i + 4, '-') ? i + 5 : i + 4;
        if (decimal(other)) {
            auto const first = i > 0 && reader_.is_sign(i - 1, '-') && reader_.attached(i) ? i - 1 : i;
            return add(reader_, found_, first, other + 2, Class::address, 0.85F,
                       "This is a point on the map. It leads to one place.");
        }
    }
    // Hauptstraße 12: the street's kind is the end of its name.
    if (i == 0 || !house_number(reader_, i) || !follows(reader_, i)) return;
    auto name = i - 1;
    if (reader_.is_sign(name, ',') && name > 0) --name;
    if (reader_.at(name).shape != Shape::word || !capital(name)) return;
    auto const word = reader_.lower(name);
    for (std::string_view const kind : {"strasse",
                                        "stra\xC3\x9F"
                                        "e",
                                        "str",
                                        "gasse",
                                        "platz",
                                        "weg",
                                        "allee",
                                        "gatan",
                                        "v\xC3\xA4gen",
                                        "vej",
                                        "gade",
                                        "veien",
                                        "vegen",
                                        "straat",
                                        "laan",
                                        "katu",
                                        "utca",

                                        "damm",
                                        "gata",
                                        "plein",
                                        "kade",
                                        "gracht",
                                        "singel",

                                        "sletta",
                                        "all\xC3\xA9"})
        if (word.size() > kind.size() + 2 && word.ends_with(kind)) {
            bool const sure = kind.size() > 3;
            return put(name, i, sure ? 0.85F : 0.45F);
        }
}

void AddressFinder::three_words_at(std::size_t i) {
    if (!reader_.is_sign(i + 1, '/') || !reader_.is_sign(i + 2, '/') || !reader_.attached(i + 1) ||
        (i > 0 && reader_.is_sign(i - 1, ':')))
        return;
    if (is_word(reader_, i + 3) && reader_.is_sign(i + 4, '.') && is_word(reader_, i + 5) &&
        reader_.is_sign(i + 6, '.') && is_word(reader_, i + 7) && reader_.attached(i + 5) && reader_.attached(i + 7))
        add(reader_, found_, i, i + 7, Class::address, 0.9F,
            "These three words are a point on the map. They lead to one place.");
}

}  // namespace

void find_addresses(Reader const& reader, Settings const&, Candidates& found) {
    AddressFinder addresses(reader, found);
    for (auto const i : reader.named()) {
        if (reader.about(i, topic::unit)) addresses.unit_at(i);
        if (reader.about(i, topic::street)) addresses.street_at(i);
        if (reader.about(i, topic::street_first)) addresses.street_first_at(i);
    }
    AddressFinder numbers(reader, found);
    for (auto const i : reader.numbers()) numbers.number_at(i);
    for (auto const i : reader.net_signs())
        if (reader.is_sign(i, '/')) addresses.three_words_at(i);
}

}  // namespace kith::screen::rules
