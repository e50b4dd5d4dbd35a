// What others would have heard of: a fire, a stabbing, a trial in the papers.
#include "screen/rules/rules.hpp"
#include "screen/rules/words.hpp"

namespace kith::screen::rules {

namespace {

constexpr std::size_t near = 14;

// Words that are as often said in passing: "flooded with referrals", "a bombshell".
bool in_passing(Reader const& reader, std::size_t i) {
    return any_of(reader.lower(i), {"flood", "bomb", "hostage", "newspaper", "newspapers", "murder", "shooting",
                                    "explosion", "murders", "mauled"});
}

}  // namespace

void find_events(Reader const& reader, Settings const&, Candidates& found) {
    for (auto const& mention : reader.mentions()) {
        if (!mention.about(theme::event | theme::common_event)) continue;
        auto const told = reader.told_before(mention.first, near) | reader.told_after(mention.last + 1, near);
        bool const news = (told & theme::news) != 0, people = (told & (theme::kin | theme::human)) != 0;
        if (mention.about(theme::event)) {
            bool const the = mention.first > 0 && reader.lower(mention.first - 1) == "the";
            bool const passing = mention.first == mention.last && in_passing(reader, mention.first);
            add(reader, found, mention.first, mention.last, Class::event,
                news      ? 0.7F
                : passing ? (people || the ? 0.5F : 0.34F)
                : people  ? 0.62F
                          : 0.5F);
        } else if (reader.lower(mention.first - 1) == "the" && people &&
                   any_of(reader.lower(mention.first),
                          {"fire", "crash", "accident", "attack", "collapse", "raid", "funeral", "trial", "arrest"}) &&
                   !any_of(reader.lower(mention.last + 1),
                           {"drill", "alarm", "service", "brigade", "engine", "station"})) {
            add(reader, found, mention.first, mention.last, Class::event, 0.52F);
        } else if (news || (told & theme::event)) {
            add(reader, found, mention.first, mention.last, Class::event, 0.56F);
        }
    }
}

}  // namespace kith::screen::rules
