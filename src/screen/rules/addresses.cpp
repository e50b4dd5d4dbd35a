#include "screen/rules/addresses.hpp"

#include "screen/rules/rules.hpp"

namespace kith::screen::rules {

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
