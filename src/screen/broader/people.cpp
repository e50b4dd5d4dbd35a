#include <array>

#include "screen/broader/wordings.hpp"
#include "screen/lexicon.hpp"

namespace kith::screen::broader {

namespace {

bool letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

bool digit(char c) { return c >= '0' && c <= '9'; }

struct Band {
    int years_max;
    std::string_view noun, adjective, state;  // "a teenager", "teenage", "in their teens"
};
constexpr std::array<Band, 8> bands{{{0, "a baby", "baby", "under one"},
                                     {3, "a toddler", "very young", "not yet at school"},
                                     {10, "a young child", "primary-school", "at primary school"},
                                     {12, "a child", "young", "of school age"},
                                     {19, "a teenager", "teenage", "in their teens"},
                                     {29, "a young adult", "young adult", "in their twenties"},
                                     {64, "an adult", "adult", "of working age"},
                                     {200, "an older person", "older", "of pension age"}}};

Band const& band_of(int years) {
    for (auto const& band : bands)
        if (years <= band.years_max) return band;
    return bands.back();
}

Wordings of_band(Band const& band, std::string_view words) {
    std::string const noun(band.noun), adjective(band.adjective), state(band.state);
    if (has_word(words, "aged") || has_word(words, "age") || words.find("turn") != words.npos) return {state, noun};
    if (words.find("years old") != words.npos || words.find("yrs old") != words.npos) return {state, noun};
    bool const before_a_noun =
        words.find("old") != words.npos || words.find("yo") != words.npos || words.find("y/o") != words.npos;
    if (before_a_noun) return {adjective, noun};
    return {noun, state};
}

}  // namespace

bool has_word(std::string_view words, std::string_view part) {
    for (auto at = words.find(part); at != words.npos; at = words.find(part, at + 1)) {
        auto const end = at + part.size();
        if ((at == 0 || !letter_or_digit(words[at - 1])) && (end == words.size() || !letter_or_digit(words[end])))
            return true;
    }
    return false;
}

int number_in(std::string_view words) {
    for (std::size_t at = 0; at < words.size();) {
        auto const start = at;
        if (digit(words[at])) {
            int value = 0;
            for (; at < words.size() && digit(words[at]) && at - start < 6; ++at)
                value = value * 10 + (words[at] - '0');
            return value;
        }
        while (at < words.size() && words[at] >= 'a' && words[at] <= 'z') ++at;
        if (at == start) {
            ++at;
            continue;
        }
        auto const word = words.substr(start, at - start);
        auto const& known = word_at(look_up(word, word_hash(word)));
        if (known.topics & topic::small_number) {
            // "thirty-seven"
            auto const rest = words.substr(at);
            if (known.value >= 20 && rest.size() > 1 && rest[0] == '-') {
                auto const more = number_in(rest.substr(1));
                if (more > 0 && more < 10) return known.value + more;
            }
            return known.value;
        }
    }
    return -1;
}

Wordings for_age(std::string_view words) {
    int const number = number_in(words);
    bool const school = has_word(words, "year") && words.starts_with("y") && words.find("old") == words.npos;
    if (school || words.starts_with("yr") || words.find("grade") != words.npos ||
        (words.starts_with("y") && digit(words.back())))
        return {number >= 0 && number <= 6 ? "primary school" : "secondary school", "at school"};
    if (number < 0) return {"an adult"};
    bool const months = words.find("mo") != words.npos || words.find("mth") != words.npos ||
                        words.find("week") != words.npos || words.find("wk") != words.npos ||
                        words.find("day") != words.npos;
    return of_band(
        band_of(months ? number / (words.find("mo") != words.npos || words.find("mth") != words.npos ? 12 : 52)
                       : number),
        words);
}

Wordings for_family(std::string_view words) {
    if (words.find("twin") != words.npos || words.find("triplet") != words.npos || words.find("quad") != words.npos) {
        bool const many = words.ends_with('s');
        return {many ? "siblings" : "sibling", "children"};
    }
    if (has_word(words, "of")) {
        if (has_word(words, "mum") || has_word(words, "mother") || has_word(words, "mom") || has_word(words, "dad") ||
            has_word(words, "father"))
            return {"a parent of several children", "a parent"};
        return {"one of several siblings", "a child in a larger family"};
    }
    if (has_word(words, "mums") || has_word(words, "moms") || has_word(words, "dads") || has_word(words, "mothers") ||
        has_word(words, "fathers") || words.find("same") != words.npos)
        return {"parents", "carers"};
    if (words.find("adopt") != words.npos || words.find("foster") != words.npos ||
        words.find("kinship") != words.npos || words.find("guardian") != words.npos)
        return {"living away from birth parents"};
    if (number_in(words) >= 0) {
        if (words.find("child") != words.npos || words.find("kid") != words.npos)
            return {"several children", "children"};
        return {"siblings"};
    }
    if (words.find("single") != words.npos || words.find("lone") != words.npos) return {"a parent"};
    return {"family"};
}

Wordings for_health(std::string_view words) {
    for (std::string_view const disability : {"blind", "deaf", "wheelchair", "palsy", "paraly", "impair", "disab",
                                              "amput", "learning", "autis", "asd", "down"})
        if (words.find(disability) != words.npos) return {"a disability", "a health condition"};
    for (std::string_view const mind :
         {"schizo", "bipolar", "psycho", "personality", "anorex", "bulim", "ocd", "ptsd", "suicid", "self"})
        if (words.find(mind) != words.npos) return {"a mental health condition", "a health condition"};
    if (words.find("pregnan") != words.npos) return {"a health matter"};
    return {"a health condition", "a long-term condition"};
}

Wordings for_institution(std::string_view words) {
    struct Kind {
        std::string_view part, broader;
    };
    constexpr Kind kinds[] = {{"primary", "a primary school"},
                              {"secondary", "a secondary school"},
                              {"nursery", "a nursery"},
                              {"preschool", "a nursery"},
                              {"kindergarten", "a nursery"},
                              {"university", "a university"},
                              {"college", "a college"},
                              {"school", "a school"},
                              {"academy", "a school"},
                              {"hospice", "a hospice"},
                              {"hospital", "a hospital"},
                              {"infirmary", "a hospital"},
                              {"surgery", "a GP surgery"},
                              {"clinic", "a clinic"},
                              {"prison", "a prison"},
                              {"hmp", "a prison"},
                              {"court", "a court"},
                              {"church", "a place of worship"},
                              {"mosque", "a place of worship"},
                              {"temple", "a place of worship"},
                              {"synagogue", "a place of worship"},
                              {"gurdwara", "a place of worship"},
                              {"ward", "a ward"},
                              {"home", "a care home"},
                              {"house", "a placement"},
                              {"lodge", "a placement"},
                              {"centre", "a centre"},
                              {"center", "a centre"}};
    for (auto const& kind : kinds)
        if (words.find(kind.part) != words.npos) return {std::string(kind.broader)};
    return {"a place they go to"};
}

Wordings for_organisation(std::string_view words) {
    if (words.find("council") != words.npos || words.find("borough") != words.npos) return {"a council", "my employer"};
    if (words.find("police") != words.npos) return {"the police"};
    if (words.find("trust") != words.npos || words.find("nhs") != words.npos) return {"a trust", "a health service"};
    if (words.find("charity") != words.npos || words.find("foundation") != words.npos) return {"a charity"};
    if (words.find("team") != words.npos) return {"a team"};
    return {"an organisation", "a local service"};
}

Wordings for_postcode(std::string_view words) {
    std::string area;
    for (char const c : words) {
        if (c < 'a' || c > 'z') break;
        area += c;
    }
    struct Region {
        std::string_view areas, name;
    };
    constexpr Region regions[] = {
        {" ne sr dh dl ts nu ", "the North East"},
        {" l ch wa wn m ol sk bl pr fy bb la ca cw ", "the North West"},
        {" ls bd hx hd wf s dn hu yo hg ", "Yorkshire"},
        {" ng de le ln nn ", "the East Midlands"},
        {" b cv dy wv ws wr st tf hr sy ", "the West Midlands"},
        {" cb ip nr pe co cm ss lu sg al mk ", "the East of England"},
        {" e ec n nw se sw w wc br cr da en ha ig kt rm sm tw ub wd ", "London and around"},
        {" bn ct gu hp me ox po rg rh sl so tn ", "the South East"},
        {" ba bh bs dt ex gl pl sn sp ta tq tr ", "the South West"},
        {" cf ld ll np sa ", "Wales"},
        {" ab dd dg eh fk g hs iv ka kw ky ml pa ph td ze ", "Scotland"},
        {" bt ", "Northern Ireland"},
    };
    auto const wanted = " " + area + " ";
    if (!area.empty())
        for (auto const& region : regions)
            if (region.areas.find(wanted) != region.areas.npos) return {std::string(region.name), "this area"};
    return {"this area"};
}

}  // namespace kith::screen::broader
