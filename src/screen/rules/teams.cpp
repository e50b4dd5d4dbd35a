// The writer's own team and what it has to do with somebody: who knows the team can guess the rest.
#include "screen/rules/rules.hpp"
#include "screen/rules/words.hpp"

namespace kith::screen::rules {

namespace {

// "the only male worker in our team", "I'm the only AMHP in the county"
void the_only_one(Reader const& reader, std::size_t i, Candidates& found) {
    for (std::size_t n = 1; n <= 7 && follows(reader, i + n) && reader.at(i + n).shape != Shape::sign; ++n)
        if (any_of(reader.lower(i + n),
                   {"team",       "office",   "service",   "hub",     "county", "borough", "village", "town",
                    "department", "trust",    "authority", "council", "area",   "city",    "region",  "patch",
                    "school",     "district", "valley",    "island",  "parish", "ward"}) &&
            n >= 2) {
            add(reader, found, i, i + n, Class::relationship, 0.58F,
                "Few fit this. Who knows where you work can tell who it is.");
            return;
        }
    // "I'm the only AMHP on nights"
    bool const own = i >= 2 && reader.lower(i - 1) == "the" && (any_of(reader.lower(i - 2), {"m", "am", "im"}));
    if (!own || !is_word(reader, i + 1) || any_of(reader.lower(i + 1), {"one", "person"})) return;
    std::size_t last = i + 1;
    while (last - i < 4 && follows(reader, last + 1) && is_word(reader, last + 1) &&
           !reader.about(last + 1, topic::common))
        ++last;
    add(reader, found, i, last, Class::relationship, 0.52F,
        "Few fit this. Who knows where you work can tell who it is.");
}

// "there are four of us", "a team of six"
void a_small_team(Reader const& reader, std::size_t i, Candidates& found) {
    auto const many = number_at(reader, i);
    if (many < 2 || many > 20) return;
    constexpr std::string_view reason =
        "A small team can be known by its size. Who knows it can tell who you write about.";
    if (reader.lower(i + 1) == "of" && reader.lower(i + 2) == "us")
        add(reader, found, i, i + 2, Class::relationship, 0.5F, reason);
    bool const team =
        i >= 2 && reader.lower(i - 1) == "of" && any_of(reader.lower(i - 2), {"team", "office", "service"});
    if (team && !reader.about(i + 1, topic::time_unit)) add(reader, found, i - 2, i, Class::relationship, 0.5F, reason);
}

}  // namespace

void find_teams(Reader const& reader, Settings const&, Candidates& found) {
    for (auto const i : reader.numbers())
        if (reader.at(i).size() <= 2) a_small_team(reader, i, found);
    for (auto const i : reader.dated())
        if (reader.about(i, topic::small_number)) a_small_team(reader, i, found);
    for (auto const& mention : reader.mentions()) {
        if (!mention.about(theme::team | theme::only)) continue;
        auto const i = mention.first;
        auto const word = reader.lower(i);
        if (mention.about(theme::only)) {
            the_only_one(reader, i, found);
            continue;
        }
        if (mention.last != i && !word.starts_with("duty")) {
            add(reader, found, i, mention.last, Class::relationship, 0.36F);  // "my client"
            continue;
        }
        // Back to "my" or "our", over the team's name.
        std::size_t owner = i;
        bool name = false;
        for (std::size_t n = 1; n <= 5 && n <= i; ++n) {
            auto const at = i - n;
            if (any_of(reader.lower(at), {"my", "our"})) {
                owner = at;
                break;
            }
            if (reader.at(at).shape == Shape::sign && !reader.is_sign(at, '\'') && !reader.is_sign(at, '-')) break;
            name |= reader.capital(at) || reader.at(at).shape == Shape::mixed;
        }
        if (owner == i) continue;
        bool const close = i - owner == 1;
        float const confidence = name                                                             ? 0.62F
                                 : word.starts_with("caseload") || word.starts_with("supervisee") ? 0.5F
                                 : close                                                          ? 0.34F
                                                                                                  : 0.52F;
        if (any_of(word, {"manager", "office", "service", "colleague", "colleagues"}) && !name) continue;
        add(reader, found, owner, mention.last, Class::relationship, confidence);
    }
}

}  // namespace kith::screen::rules
