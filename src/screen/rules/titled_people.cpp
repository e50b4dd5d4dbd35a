// People whom a title or a word in front gives away: "Mr Okafor", "my client Aisha", "her name is Leyla". All other
// names are the tagger's to find.
#include "screen/rules/rules.hpp"
#include "screen/rules/words.hpp"

namespace kith::screen::rules {

namespace {

constexpr std::size_t name_tokens_max = 8;

bool name_word(Reader const& reader, std::size_t i) {
    if (reader.at(i).shape != Shape::word || !reader.capital(i) || reader.at(i).size() < 2) return false;
    auto const& token = reader.at(i);
    bool const plain = reader.about(i, topic::common | topic::generic | topic::month | topic::weekday |
                                           topic::institution | topic::organisation | topic::title) ||
                       (reader.themes(i) != 0 && !reader.tells(i, theme::doubtful));
    return token.word == 0 || !plain;
}

// The last token of the name that begins at `i`: capitals, hyphens, initials, "van der".
std::size_t name_end(Reader const& reader, std::size_t i) {
    std::size_t last = i;
    for (std::size_t n = 0; n < name_tokens_max; ++n) {
        auto const next = last + 1;
        if (!reader.has(next) || reader.at(next).gap == Gap::line) break;
        char const c = reader.sign_at(next);
        if ((c == '-' || c == '\'') && reader.attached(next) && reader.attached(next + 1) && reader.capital(next + 1))
            last = next + 1;
        else if (c == '.' && reader.at(last).size() == 1 && reader.attached(next) && reader.capital(next + 1) &&
                 follows(reader, next + 1))
            last = next + 1;
        else if (c == '\0' && (name_word(reader, next) || (reader.capital(next) && reader.at(next).size() == 1 &&
                                                           reader.at(next).shape == Shape::word)))
            last = next;
        else if (any_of(reader.lower(next),
                        {"van", "von", "de", "der", "den", "al", "bin", "el", "di", "da", "du", "la", "ter"}) &&
                 follows(reader, next + 1) &&
                 (reader.capital(next + 1) || any_of(reader.lower(next + 1), {"der", "den", "la", "de"})))
            last = next;
        else
            break;
    }
    return last;
}

bool short_title(std::string_view word) {
    return any_of(word, {"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "cllr", "sgt", "mme", "mstr", "madame",
                         "monsieur", "herr", "frau", "hhj"});
}

void titled(Reader const& reader, std::size_t i, Candidates& found) {
    auto const title = reader.lower(i);
    std::size_t next = i + 1;
    if (reader.is_sign(next, '.') && reader.attached(next)) ++next;
    if (!follows(reader, next) || reader.at(next).shape != Shape::word) return;
    bool const small = reader.cased(i) == title;
    if (!short_title(title) && small) return;
    std::size_t named = next;
    while (named - next < 2 &&
           any_of(reader.lower(named),
                  {"van", "von", "de", "der", "den", "al", "bin", "el", "di", "da", "du", "la", "o"}) &&
           follows(reader, named + 1)) {
        ++named;
        if (reader.is_sign(named, '\'') || reader.is_sign(named, '-')) ++named;
    }
    if (named != next && name_word(reader, named)) {
        add(reader, found, next, name_end(reader, named), Class::person, 0.8F);
        return;
    }
    bool const initial = reader.capital(next) && reader.at(next).size() == 1;
    if (name_word(reader, next) || initial) {
        // "Miss you", "Father Christmas"
        auto last = name_end(reader, next);
        if (initial && last == next && reader.is_sign(next + 1, '.') && reader.attached(next + 1)) last = next + 1;
        bool const sure = short_title(title) && title != "miss";
        add(reader, found, next, last, Class::person, initial && last == next ? 0.4F : sure ? 0.85F : 0.6F);
    } else if (short_title(title) && title != "miss" && title != "ms" && reader.at(next).word == 0 &&
               reader.at(next).gap == Gap::space) {
        add(reader, found, next, next, Class::person, 0.58F);  // "mrs okafor"
    }
}

}  // namespace

void find_titled_people(Reader const& reader, Settings const&, Candidates& found) {
    for (auto const i : reader.named())
        if (reader.about(i, topic::title)) titled(reader, i, found);
    for (auto const& mention : reader.mentions()) {
        if (!mention.about(theme::kin | theme::human) || reader.about(mention.first, topic::pronoun)) continue;
        std::size_t next = mention.last + 1;
        if (any_of(reader.lower(next), {"called", "named"})) ++next;
        if (reader.is_sign(next, ',')) ++next;
        if (!follows(reader, next) || !name_word(reader, next) || reader.at(next).word != 0) continue;
        bool const small = reader.cased(mention.first) == reader.lower(mention.first);
        bool const all_capitals = reader.cased(next).size() > 1 && reader.cased(next)[1] == reader.lower(next)[1];
        if (small && all_capitals)
            add(reader, found, next, name_end(reader, next), Class::person, next == mention.last + 1 ? 0.62F : 0.5F);
    }
}

}  // namespace kith::screen::rules
