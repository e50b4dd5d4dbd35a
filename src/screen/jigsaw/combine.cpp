#include "screen/jigsaw/combine.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

#include "screen/jigsaw/ages.hpp"
#include "screen/jigsaw/jigsaw.hpp"

namespace kith::screen {

namespace {

// Powers of the slots' shares, the rarest first.
constexpr std::array power{1.0, 1.0, 1.0, 0.8, 0.6, 0.5, 0.5, 0.5, 0.5};
static_assert(power.size() == slot_count);

// Of what somebody's origin is told by besides the rarest: a Roma family from Hungary that speaks Hungarian.
constexpr double origin_power = 0.25;

constexpr double share_of_only = 0.03;

constexpr double share_of_school_year = 1.0 / 7;
constexpr double region_population = 3'000'000;  // "a town in the north-west"

struct Bounds {
    double amber, red;
    std::size_t kinds;
};
// A reader who shares the area or the employer knows more, and needs fewer pieces.
Bounds bounds_of(Nearness nearness) {
    switch (nearness) {
        case Nearness::none: return {1000, 20, 3};
        case Nearness::same_area:
        case Nearness::same_employer: return {2000, 50, 2};
        case Nearness::both: return {4000, 100, 2};
    }
    return {1000, 20, 3};
}

double population_without_place(Nearness nearness) {
    return nearness == Nearness::none        ? population_unsaid
           : nearness == Nearness::same_area ? population_of_district
                                             : population_of_employer;
}

bool is_personal(Told const& told) {
    return told.slot != Slot::place && told.slot != Slot::institution && told.slot != Slot::link &&
           told.what != Class::date;
}

Rule rule_of(std::span<Told const> pieces, Around around) {
    bool day = false, court = false, school = false, year = false, event = false, rare_event = false, born = false,
         judgment = false, place = false, named_day = false, personal = false;
    for (auto const& told : pieces) {
        personal = personal || (told.telling && is_personal(told));
        day = day || (told.what == Class::date && told.exact);
        named_day = named_day || (told.what == Class::date && told.telling);
        court = court || told.court;
        school = school || told.school;
        year = year || (told.slot == Slot::age && told.exact);
        event = event || (told.what == Class::event && told.share <= 0.05);
        rare_event = rare_event || told.in_the_news;
        born = born || told.what == Class::dob;
        judgment = judgment || told.what == Class::court_case;
        place = place || (told.telling && (told.slot == Slot::place || told.slot == Slot::institution));
    }
    if (judgment) return Rule::judgment;
    if (born && (around.sex || place)) return Rule::birth_date;
    if (day && (court || (around.hearing && place))) return Rule::hearing;
    if (school && year) return Rule::school_year;
    if ((rare_event || (event && around.news)) && (place || named_day)) return Rule::news;
    if (around.news && personal && (place || named_day || year)) return Rule::news;
    return Rule::none;
}

}  // namespace

double people_of(std::span<Told const> pieces, Settings const& settings) {
    double people = population_without_place(settings.nearness);
    bool said = false, school = false;
    for (auto const& told : pieces)
        if (told.population && (!said || told.share < people)) {
            people = told.share;
            school = told.school;
            said = true;
        }
    std::array<double, slot_count> rarest, others;
    rarest.fill(1);
    others.fill(1);
    for (auto const& told : pieces) {
        if (told.population) continue;
        double share = told.share;
        if (school && told.what == Class::age && told.exact) share = std::max(share, share_of_school_year);
        auto& least = rarest[static_cast<std::size_t>(told.slot)];
        auto& rest = others[static_cast<std::size_t>(told.slot)];
        rest *= std::max(share, least);
        least = std::min(share, least);
    }
    for (std::size_t i = 0; i < slot_count; ++i)
        rarest[i] *= std::pow(others[i], i == static_cast<std::size_t>(Slot::origin) ? origin_power : 0.5);
    std::ranges::sort(rarest);
    for (std::size_t i = 0; i < slot_count; ++i) people *= std::pow(rarest[i], power[i]);
    return people;
}

Combined combine(std::span<Told const> pieces, Around around, Settings const& settings) {
    Combined sum;
    if (pieces.empty()) return sum;
    auto const bounds = bounds_of(settings.nearness);
    std::array<bool, slot_count> kinds{};
    bool personal = false, small_place = false;
    for (auto const& told : pieces) {
        if (!told.telling) continue;
        kinds[static_cast<std::size_t>(told.slot)] = true;
        personal = personal || is_personal(told);
        bool const place = told.population && told.slot != Slot::link;
        sum.has_place = sum.has_place || place;
        small_place = small_place || (place && told.share < bounds.amber);
    }
    sum.kinds = static_cast<std::size_t>(std::ranges::count(kinds, true));
    // "The only Deaf family here": whatever it is, it is rarer than its rate.
    if (around.only && personal) ++sum.kinds;
    sum.people = people_of(pieces, settings) * (around.only && personal ? share_of_only : 1);
    sum.rule = rule_of(pieces, around);
    if (sum.rule != Rule::none) {
        sum.danger = Danger::red;
        return sum;
    }
    if (!personal && !small_place) return sum;
    // One rare thing without a place is asked about often ("who has worked with Huntington's?") and tells nobody apart.
    bool const enough = sum.has_place || sum.kinds >= 2 || settings.nearness != Nearness::none;
    bool const very_old =
        std::ranges::any_of(pieces, [](Told const& t) { return t.slot == Slot::age && t.share < 0.0005; });
    if ((sum.people < bounds.amber && (enough || very_old)) || sum.kinds >= bounds.kinds) sum.danger = Danger::amber;
    // Without a place the number hangs on a guess: only readers who are near can tell who it is.
    constexpr double red_without_place = 0.1;
    bool const near = settings.nearness != Nearness::none;
    double const red = bounds.red * (sum.has_place ? 1 : near ? red_without_place : 0);
    if (sum.people < red && enough && personal) sum.danger = Danger::red;
    return sum;
}

std::optional<Broadened> broaden_first(std::span<Told const> pieces, std::size_t own, Rule rule,
                                       Settings const& settings) {
    auto const of_rule = [rule](Told const& told) {
        switch (rule) {
            case Rule::hearing: return told.what == Class::date && told.exact;
            case Rule::school_year: return told.school;
            case Rule::news: return told.what == Class::event;
            case Rule::birth_date: return told.what == Class::dob;
            case Rule::judgment: return told.what == Class::court_case;
            case Rule::none: break;
        }
        return false;
    };
    std::optional<Broadened> best;
    bool best_of_rule = false;
    std::vector<Told> changed(pieces.begin(), pieces.end());
    for (std::size_t i = 0; i < own && i < pieces.size(); ++i) {
        auto const& told = pieces[i];
        if (told.population)
            changed[i].share = std::max(told.share, region_population);
        else
            changed[i].share = told.slot == Slot::age ? std::max(told.share, share_of_age_band) : 1;
        double const after = people_of(changed, settings);
        changed[i] = told;
        bool const undoes = of_rule(told);
        if (!best || (undoes && !best_of_rule) || (undoes == best_of_rule && after > best->after)) {
            best = Broadened{i, after};
            best_of_rule = undoes;
        }
    }
    return best;
}

}  // namespace kith::screen
