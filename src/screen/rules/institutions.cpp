// Named schools, hospitals, homes, courts; councils, companies, forces.
#include "screen/rules/rules.hpp"
#include "screen/rules/words.hpp"

namespace kith::screen::rules {

namespace {

constexpr std::size_t name_tokens_max = 8;

// Between the words of a name: "Royal Hospital for Sick Children", "St Mary's".
bool link_word(std::string_view word) {
    return any_of(word, {"of", "and", "the", "for", "de", "la", "upon", "on", "le", "in", "s"});
}

struct Front {
    std::size_t first;
    bool named = false;  // a word that is no kind of thing: "Beech", "Leeds"
    std::size_t words = 0;
};

bool is_name_word(Reader const& reader, std::size_t i) {
    if (!is_word(reader, i) || !reader.capital(i)) return false;
    return true;
}

// Words with capitals that lead up to token `i`.
Front front_of(Reader const& reader, std::size_t i) {
    Front front{i};
    std::size_t at = i;
    for (std::size_t n = 0; n < name_tokens_max && at > 0 && reader.at(at).gap != Gap::line; ++n) {
        auto const before = at - 1;
        char const c = reader.sign_at(before);
        if (c == '\'' || c == '-' || c == '&' || (c == '.' && before > 0 && reader.lower(before - 1) == "st")) {
            at = before;
            continue;
        }
        if (c != '\0') break;
        if (reader.lower(before) == "s" && reader.is_sign(before - 1, '\'')) {
            at = before;
            continue;
        }
        if (is_name_word(reader, before)) {
            if (reader.about(before, topic::common | topic::pronoun) && reader.at(before).word != 0 &&
                !reader.about(before, topic::where)) {
                // "The Oaks School": the article belongs to no name unless more follow.
                if (reader.lower(before) != "st") break;
            }
            at = before;
            front.first = before;
            ++front.words;
            front.named |= !reader.about(before, topic::generic | topic::title) || reader.lower(before) == "st";
            continue;
        }
        if (front.words > 0 && link_word(reader.lower(before)) && before > 0 && is_name_word(reader, before - 1) &&
            !reader.about(before - 1, topic::common) &&
            !(reader.lower(before) == "and" && reader.about(before - 1, topic::institution | topic::organisation))) {
            at = before;
            continue;
        }
        break;
    }
    return front;
}

// "University of Bristol", "Hospital for Sick Children": the last token.
std::size_t behind_of(Reader const& reader, std::size_t i) {
    std::size_t last = i;
    for (std::size_t n = 0; n < name_tokens_max; ++n) {
        auto const next = last + 1;
        if (!follows(reader, next)) break;
        if (is_name_word(reader, next) && !reader.about(next, topic::common)) {
            last = next;
            continue;
        }
        if (any_of(reader.lower(next), {"of", "for"}) && is_name_word(reader, next + 1) && follows(reader, next + 1)) {
            last = next + 1;
            continue;
        }
        break;
    }
    return last;
}

// Courts that families come before; which of the others says much, the tagger knows.
bool family_court(Reader const& reader, std::size_t i) {
    return i > 0 && any_of(reader.lower(i - 1), {"family", "county", "crown", "magistrates", "youth", "juvenile",
                                                 "district", "sheriff", "dependency", "probate"});
}

// Kinds of organisations that are many; of ministries and commissions there is one, known to all.
bool local_organisation(std::string_view word) {
    return any_of(word,
                  {"council",     "police",      "trust", "ltd",     "limited",    "plc",        "llc",     "inc",
                   "gmbh",        "corporation", "corp",  "charity", "foundation", "university", "society", "union",
                   "association", "partnership", "llp",   "cic",     "service",    "services"});
}

void look_at(Reader const& reader, std::size_t i, Candidates& found) {
    bool const institution = reader.about(i, topic::institution), care = reader.about(i, topic::care);
    bool const organisation = reader.about(i, topic::organisation);
    if (!institution && !care && !organisation) return;
    if (reader.lower(i) == "court" && !family_court(reader, i)) return;
    if (organisation && !institution && !care && !local_organisation(reader.lower(i))) return;
    auto const what = institution || (care && !organisation) ? Class::institution : Class::organisation;
    if (!reader.capital(i)) {
        // "Beech Grove school", "the Oakfield nursery": the name with a capital, the kind without.
        if (!institution || i == 0 || reader.at(i).gap == Gap::line) return;
        std::size_t before = i;
        while (before > 0 && i - before < 3 && reader.about(before - 1, topic::generic) &&
               !reader.about(before - 1, topic::common) && !reader.capital(before - 1))
            --before;
        auto const front = front_of(reader, before);
        bool const sentence_start =
            front.first == 0 || reader.at(front.first).gap == Gap::line || reader.ends_sentence(front.first - 1);
        if (front.named && front.words > 0 && !(sentence_start && front.words == 1) && reader.lower(i) != "court")
            add(reader, found, front.first, i, what, 0.55F);
        return;
    }
    auto const front = front_of(reader, i);
    auto last = i;
    bool named = front.named && front.words > 0;
    if (any_of(reader.lower(i + 1), {"of", "for"}) && is_name_word(reader, i + 2)) {
        last = behind_of(reader, i);
        named = true;
    } else if (is_name_word(reader, i + 1) &&
               reader.about(i + 1, topic::institution | topic::organisation | topic::care) && follows(reader, i + 1)) {
        return;  // the next word ends the name
    } else if (any_of(reader.lower(i), {"hmp", "hmyoi"})) {
        last = behind_of(reader, i);
        named = last > i;
    }
    if (!named) return;
    float confidence = organisation && !institution ? 0.6F : care && !institution ? 0.5F : 0.68F;
    if (reader.about(i, topic::common)) confidence = 0.42F;
    add(reader, found, front.first, last, what, confidence);
}

}  // namespace

void find_institutions(Reader const& reader, Settings const&, Candidates& found) {
    for (auto const i : reader.named()) look_at(reader, i, found);
}

}  // namespace kith::screen::rules
