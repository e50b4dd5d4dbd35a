#include "screen/jigsaw/pieces.hpp"

#include <algorithm>
#include <cmath>

#include "screen/jigsaw/ages.hpp"
#include "screen/jigsaw/places.hpp"
#include "screen/jigsaw/plain_words.hpp"

namespace kith::screen {

namespace {

using Words = std::span<std::string_view const>;

bool is_any(std::string_view word, std::initializer_list<std::string_view> of) {
    return std::ranges::find(of, word) != of.end();
}

std::uint32_t key_of(Words words) {
    std::uint32_t key = hash_start;
    for (auto const word : words)
        if (!is_any(word, {"a", "an", "the", "his", "her", "their", "my", "in", "at", "near", "from", "of"}))
            key = hash_on("_", hash_on(word, key));
    return key;
}

Told population_piece(Class what, Slot slot, std::uint32_t key, double people) {
    Told told{what, slot, key, people, true};
    told.telling = people < population_telling_max;
    return told;
}

// A postcode: about 17 households, 40 people; its first half, about 2,900 of them in Britain, about 23,000. A ZIP code:
// about 8,000 (33,000 areas, 331 million people).
std::optional<Told> postcode(Words words, std::string_view text) {
    std::size_t const signs = static_cast<std::size_t>(std::ranges::count_if(
        text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }));
    bool const american =
        std::ranges::none_of(text, [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); });
    return population_piece(Class::postcode, Slot::place, key_of(words), american ? 8000 : signs > 4 ? 40 : 23'000);
}

// People abroad, and those who came from there.
std::optional<Told> place(Class what, std::string_view text, Words words, Model const& model,
                          Settings const& settings) {
    auto const found = find_place(model, text, settings.region);
    // A country: also a town of that name (Italy, Texas), which is seldom meant.
    if (auto const origin = rarest_of(words, Slot::origin); origin && (!found || found->kind < PlaceKind::county))
        return Told{what,
                    Slot::origin,
                    origin->rate.key,
                    origin->rate.share,
                    false,
                    false,
                    origin->rate.share <= telling_share_max};
    if (found) {
        auto told = population_piece(what, Slot::place, key_of(words), found->population);
        told.telling = told.telling && found->kind < PlaceKind::region;
        return told;
    }
    // A name that nobody knows here is small, if it is one.
    if (key_of(words) == hash_start) return std::nullopt;
    return population_piece(what, Slot::place, key_of(words), part_population);
}

// About how many people belong to one; pupils and patients: DfE and NHS England 2023, rounded.
double people_at(Words words, bool& school) {
    static constexpr struct {
        std::string_view word;
        double people;
        bool school;
    } sizes[] = {
        {"nursery", 60, true},        {"preschool", 40, true},  {"kindergarten", 60, true},
        {"playgroup", 30, true},      {"primary", 280, true},   {"infant", 200, true},
        {"infants", 200, true},       {"junior", 300, true},    {"elementary", 470, true},
        {"special", 130, true},       {"pru", 60, true},        {"secondary", 1050, true},
        {"high", 1050, true},         {"grammar", 1050, true},  {"academy", 900, true},
        {"school", 500, true},        {"college", 2500, true},  {"university", 20000, false},
        {"uni", 20000, false},        {"surgery", 9700, false}, {"practice", 9700, false},
        {"clinic", 9700, false},      {"hospice", 30, false},   {"ward", 25, false},
        {"nursing", 40, false},       {"care", 35, false},      {"home", 12, false},
        {"house", 20, false},         {"lodge", 20, false},     {"refuge", 20, false},
        {"hostel", 40, false},        {"prison", 800, false},   {"hmp", 800, false},
        {"yoi", 400, false},          {"barracks", 800, false}, {"church", 150, false},
        {"mosque", 500, false},       {"temple", 300, false},   {"gurdwara", 400, false},
        {"synagogue", 200, false},    {"court", 350000, false}, {"hospital", 300000, false},
        {"infirmary", 300000, false}, {"centre", 2000, false},  {"center", 2000, false},
        {"police", 100000, false},    {"hub", 2000, false},
    };
    double people = 0;
    for (auto const& size : sizes)
        if (std::ranges::find(words, size.word) != words.end() && (people == 0 || size.people < people)) {
            people = size.people;
            school = size.school;
        }
    return people == 0 ? 1000 : people;
}

// Words that name no one school, hospital or court.
constexpr std::string_view nameless[] = {
    "a",        "an",          "the",        "his",        "her",       "their",      "my",      "our",
    "your",     "its",         "in",         "at",         "of",        "and",        "local",   "new",
    "old",      "school",      "schools",    "primary",    "secondary", "high",       "junior",  "infant",
    "infants",  "special",     "grammar",    "nursery",    "college",   "university", "uni",     "academy",
    "hospital", "ward",        "clinic",     "surgery",    "gp",        "practice",   "care",    "home",
    "nursing",  "residential", "children",   "childrens",  "s",         "court",      "family",  "county",
    "crown",    "magistrates", "church",     "mosque",     "prison",    "police",     "station", "centre",
    "center",   "unit",        "team",       "hub",        "hostel",    "refuge",     "house",   "medical",
    "health",   "community",   "mainstream", "elementary", "middle",    "day",        "respite", "psychiatric",
    "mental",   "general",     "district",   "placement",  "foster",    "secure",     "that",    "this",
    "youth",    "club",
};

bool is_nameless(std::string_view word) {
    auto const one = [](std::string_view w) { return std::ranges::find(nameless, w) != std::end(nameless); };
    return one(word) || (word.ends_with('s') && one(word.substr(0, word.size() - 1)));
}

// Nothing when it has no name of its own ("the local high school").
std::optional<Told> institution(Class what, Words words, std::string_view text, bool school = false) {
    if (std::ranges::all_of(words, is_nameless)) return std::nullopt;
    double const people = people_at(words, school);
    auto told = population_piece(what, Slot::institution, key_of(words), people);
    told.school = school;
    told.court = std::ranges::find(words, "court") != words.end() || text.contains("Court");
    return told;
}

// A day that can be looked up: "14 March", "03/04/2024", "last Tuesday", "yesterday".
struct Day {
    bool exact = false, near = false;
};
Day day_in(Words words) {
    Day day;
    std::size_t numbers = 0;
    bool month = false, number_of_day = false;
    for (auto const word : words) {
        auto const start = word.substr(0, 3);
        int const value = number_in(word);
        if (value >= 0) ++numbers;
        if (value >= 1 && value <= 31) number_of_day = true;
        bool const long_enough = word.size() >= 3;
        if (long_enough &&
            is_any(start, {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}))
            month = true;
        if (is_any(word, {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday",
                          "today", "tomorrow", "christmas"}))
            day.near = true;
    }
    day.exact = number_of_day && (month || numbers >= 3);
    return day;
}

constexpr double share_of_day = 0.1, share_of_birth_date = 1.0 / 365 / 80;

std::optional<Told> date(Words words) {
    auto const day = day_in(words);
    if (!day.exact && !day.near) return std::nullopt;
    Told told{Class::date, Slot::event, key_of(words), day.exact ? share_of_day : share_of_nothing};
    told.exact = true;
    told.telling = day.exact;
    return told;
}

std::optional<Told> age(Words words) {
    auto const found = age_in(words);
    if (!found) return std::nullopt;
    return Told{Class::age, Slot::age, found->key, found->share, false, found->exact, found->exact};
}

// "3 kids", "one of five", "the eldest of six".
int children_in(Words words) {
    int count = -1;
    for (std::size_t at = 0; at < words.size(); ++at) {
        int const value = number_in(words[at]);
        bool const of_many = at > 0 && words[at - 1] == "of";
        if (value >= 2 && value <= 20 && (count < 0 || of_many)) count = value;
    }
    return count;
}

std::optional<Told> by_rate(Class what, Words words) {
    auto const slot = slot_of(what);
    auto const found = what == Class::relationship ? rarest_of(words, Slot::family) : rarest_of(words, slot);
    double share = found ? found->rate.share * std::sqrt(std::max(found->also, 0.01)) : usual_share(what);
    std::uint32_t key = found ? found->rate.key : key_of(words);
    if (what == Class::family)
        if (int const count = children_in(words); count > 0 && share_of_children(count) < share) {
            share = share_of_children(count);
            key = hash_on("children", static_cast<std::uint32_t>(count));
        }
    if (share > share_of_nothing) return std::nullopt;
    Told told{what, what == Class::relationship ? Slot::family : slot, key, share};
    told.telling = share <= telling_share_max;
    told.in_the_news = slot == Slot::event && share <= 0.0005;
    return told;
}

// What was taken for a name and is a town, or a condition that has its name from somebody.
std::optional<Told> no_person(Class what, std::string_view text, Words words, Model const& model,
                              Settings const& settings) {
    if (auto const condition = rarest_of(words, Slot::health); condition && condition->rate.share < telling_share_max)
        return Told{Class::health, Slot::health, condition->rate.key, condition->rate.share, false, false, true};
    auto const town = find_place(model, text, settings.region);
    bool const person = what == Class::person && town && town->name;
    if (!town || town->common || person || !town->known_population || town->kind >= PlaceKind::region)
        return std::nullopt;
    return population_piece(Class::place, Slot::place, key_of(words), town->population);
}

}  // namespace

std::optional<Told> told_by(Class what, std::string_view text, Model const& model, Settings const& settings) {
    PlainWords const plain{text};
    auto const words = plain.all();
    if (words.empty()) return std::nullopt;
    switch (what) {
        case Class::place: return place(what, text, words, model, settings);
        case Class::postcode: return postcode(words, text);
        case Class::institution: return institution(what, words, text);
        case Class::person: return no_person(what, text, words, model, settings);
        case Class::organisation: {
            if (auto town = no_person(what, text, words, model, settings)) return town;
            // "St Aldhelm's": of what is called after a saint, schools are most.
            bool const saint = words.size() > 1 && is_any(words[0], {"st", "saint"}) &&
                               std::ranges::none_of(words, [](std::string_view word) {
                                   return is_any(word, {"hospital", "hospice", "church", "ambulance", "mungos"});
                               });
            if (saint) return institution(Class::institution, words, text, true);
            // Of an employer only where it is says anything: Cheshire East Council.
            auto const area = find_place(model, text.substr(0, text.find(' ')), settings.region);
            if (!area || area->common || area->name || area->population > population_telling_max) return std::nullopt;
            auto told = population_piece(what, Slot::link, key_of(words), std::max(area->population, 100'000.0));
            return told;
        }
        case Class::date: return date(words);
        case Class::dob: {
            Told told{what, Slot::age, key_of(words), share_of_birth_date, false, true, true};
            return told;
        }
        case Class::age: return age(words);
        case Class::court_case: {
            Told told{what, Slot::event, key_of(words), 0.00001, false, true, true};
            told.court = true;
            return told;
        }
        case Class::family:
        case Class::relationship:
        case Class::ethnicity:
        case Class::religion:
        case Class::immigration:
        case Class::health:
        case Class::occupation:
        case Class::event: return by_rate(what, words);
        default: return std::nullopt;
    }
}

Told told_before(Piece const& piece) {
    bool const population = piece.what == Class::place || piece.what == Class::postcode ||
                            piece.what == Class::institution || piece.what == Class::organisation;
    Told told{piece.what, piece.what == Class::relationship ? Slot::family : slot_of(piece.what), piece.key,
              std::exp(double{piece.log_share}), population};
    // A place abroad is an origin.
    if (piece.what == Class::place && piece.log_share < 0) told.slot = Slot::origin, told.population = false;
    told.telling = told.population ? told.share < population_telling_max : told.share <= telling_share_max;
    told.exact = piece.what == Class::dob || (piece.what == Class::age && told.share < 0.03);
    told.in_the_news = told.slot == Slot::event && piece.what == Class::event && told.share <= 0.0005;
    return told;
}

Piece piece_of(Told const& told) { return {told.what, told.key, static_cast<float>(std::log(told.share))}; }

}  // namespace kith::screen
