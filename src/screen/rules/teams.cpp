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
}

}  // namespace

void find_teams(Reader const& reader, Settings const&, Candidates& found) {
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
