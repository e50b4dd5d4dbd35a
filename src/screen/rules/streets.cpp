// Streets with a house number, in front of the name or behind it.
#include "screen/rules/addresses.hpp"

namespace kith::screen::rules {

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
        // "Gran, 83, Pine Ridge": an age between commas, then a place.
        bool const age = number > 1 && reader_.is_sign(number - 1, ',') && reader_.is_sign(number + 1, ',') &&
                         reader_.tells(number - 2, theme::kin | theme::human);
        float const confidence = age ? 0.3F : capitals && ending_capital ? written : small;
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
        // "12 rue de Verdun", "ul. Lipowa 58"
        bool const short_form = reader_.lower(i) == "ul" && reader_.is_sign(i + 1, '.');
        if (i == 0 || i < until_ || (!short_form && !reader_.has_digit(i - 1))) return;
        if (!any_of(reader_.lower(i), {"rue", "avenue", "chemin", "allee", "impasse", "quai", "boulevard", "calle",
                                       "ul", "via", "viale", "rua", "avenida"}))
            return;
    }
    std::size_t last = i;
    bool name = false;
    // "ul. Lipowa 58", "C. del Olmo 9"
    if (reader_.is_sign(i + 1, '.') && reader_.attached(i + 1)) last = i + 1;
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

}  // namespace kith::screen::rules
