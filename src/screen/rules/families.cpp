// How a family is made up: twins, one of seven, two mums, adopted.
#include "screen/rules/rules.hpp"
#include "screen/rules/words.hpp"

namespace kith::screen::rules {

namespace {

constexpr int children_min = 2, children_max = 16;
constexpr float usual = 0.62F, weak = 0.5F;

// "one of seven", "the second of four children", "mum of five"
bool one_of_many(Reader const& reader, std::size_t i, Candidates& found) {
    bool const with = reader.lower(i) == "with";  // "the mum with nine"
    if ((reader.lower(i) != "of" && !with) || i == 0) return false;
    auto const many = number_at(reader, i + 1);
    if (many < children_min || many > children_max || !follows(reader, i + 1)) return false;
    auto const before = i - 1;
    bool const parent =
        reader.tells(before, theme::whole_family) ||
        any_of(reader.lower(before), {"mums", "mother", "nan", "gran", "grandmother", "grandma", "grandad",
                                      "grandfather", "stepmum", "stepdad", "carer", "widow"});
    bool const rank = any_of(reader.lower(before), {"one", "eldest", "oldest", "youngest", "middle"}) ||
                      (reader.about(before, topic::ordinal) && reader.value(before) < many) ||
                      reader.lower(before) == "1st" || reader.lower(before) == "2nd" || reader.lower(before) == "3rd";
    bool const group =
        reader.lower(before) == "group" && before > 0 && any_of(reader.lower(before - 1), {"sibling", "family"});
    if (with ? !parent : !parent && !rank && !group) return false;
    std::size_t last = i + 1;
    bool const children = reader.tells(last + 1, theme::child) && follows(reader, last + 1);
    if (children) ++last;
    bool const ends = !reader.has(last + 1) || reader.at(last + 1).shape == Shape::sign ||
                      reader.at(last + 1).gap == Gap::line || reader.about(last + 1, topic::common);
    if (!children && !ends) return false;
    bool const age = reader.about(last + 1, topic::time_unit);
    if (age || reader.is_sign(last + 1, '%')) return false;
    bool const people =
        ((reader.told_before(before, 8) | reader.told_after(last + 1, 6)) & (theme::human | theme::kin)) != 0;
    float const confidence = children || group ? usual + 0.08F : parent ? usual : people ? 0.55F : 0.3F;
    add(reader, found, group ? before - 1 : before, last, Class::family, confidence);
    return true;
}

// "three siblings", "her 5 kids", "two younger brothers"
void counted_children(Reader const& reader, std::size_t i, Candidates& found) {
    auto const many = number_at(reader, i);
    if (many < children_min || many > children_max) return;
    std::size_t next = i + 1;
    if (any_of(reader.lower(next),
               {"younger", "older", "little", "small", "young", "big", "half", "other", "step", "teenage"}))
        ++next;
    if (reader.is_sign(next, '-')) ++next;
    if (!follows(reader, next) || !reader.tells(next, theme::child)) return;
    auto const word = reader.lower(next);
    if (!word.ends_with('s') && word != "children") return;
    bool const owned = i > 0 && (any_of(reader.lower(i - 1), {"has", "have", "had", "her", "his", "their", "with", "my",
                                                              "our", "all", "having", "raising", "these"}) ||
                                 reader.tells(i - 1, theme::kin));
    bool const kin = reader.tells(next, theme::kin);
    add(reader, found, i, next, Class::family, owned ? usual : kin || (many >= 4 && many <= 12) ? 0.5F : 0.35F);
}

// "lives with his nan", "raised by her aunt"
void kinship_care(Reader const& reader, Mention const& mention, Candidates& found) {
    auto const i = mention.first;
    if (i < 3 || !any_of(reader.lower(mention.first),
                         {"nan", "nana", "gran", "granny", "grandma", "grandmother", "grandparents", "grandad",
                          "granddad", "grandfather", "aunt", "auntie", "aunty", "uncle", "cousin", "great", "nanny"}))
        return;
    for (std::size_t n = 1; n <= 3; ++n) {
        auto const at = i - n;
        if (!any_of(reader.lower(at), {"with", "by"}) || at == 0) continue;
        if (any_of(reader.lower(at - 1), {"lives", "living", "live", "lived", "stays", "staying", "raised", "brought",
                                          "placed", "up", "placement", "looked"}))
            add(reader, found, at, mention.last, Class::family, 0.6F);
        return;
    }
}

// "pregnant with her eighth", "her 9th child"
void one_of_a_row(Reader const& reader, std::size_t i, Candidates& found) {
    auto const text = reader.lower(i);
    int const value = reader.about(i, topic::ordinal) ? reader.value(i)
                                                      : value_of(text.substr(0, text.find_first_not_of("0123456789")));
    bool const ordinal = reader.about(i, topic::ordinal) || text.ends_with("th") || text.ends_with("rd");
    if (!ordinal || value < 4 || value > 20) return;
    bool const child = any_of(reader.lower(i + 1), {"child", "baby", "pregnancy", "kid"});
    bool const pregnant = i >= 3 && reader.lower(i - 2) == "with" && reader.lower(i - 3) == "pregnant";
    if (child || pregnant) add(reader, found, i, child ? i + 1 : i, Class::family, usual);
}

}  // namespace

void find_families(Reader const& reader, Settings const&, Candidates& found) {
    for (auto const& mention : reader.mentions()) {
        auto const i = mention.first;
        if (mention.about(theme::family)) {
            bool const twin = any_of(reader.lower(i), {"twin", "twins"}) && i == mention.last;
            // Twin towns, twin beds.
            bool const things = twin && any_of(reader.lower(i + 1), {"bed", "beds", "town", "towns", "room", "towers",
                                                                     "peaks", "pack", "set", "engine"});
            bool const allowance = reader.lower(i).starts_with("widow") &&
                                   (reader.is_sign(mention.last + 1, '\'') ||
                                    any_of(reader.lower(mention.last + 1), {"parent", "mother", "pension"}));
            if (things || allowance) continue;
            bool const people = ((reader.told_before(i, 10) | reader.told_after(mention.last + 1, 8)) &
                                 (theme::human | theme::kin)) != 0;
            add(reader, found, i, mention.last, Class::family,
                people || i != mention.last ? usual
                : twin                      ? 0.55F
                                            : weak);
        }
        if ((mention.about(theme::kin) || mention.about(theme::whole_family)) &&
            any_of(reader.lower(mention.last + 1), {"of", "with"}))
            one_of_many(reader, mention.last + 1, found);
        // "sibling group of five"
        if (any_of(reader.lower(i), {"sibling", "family"}) && reader.lower(i + 1) == "group" &&
            reader.lower(i + 2) == "of")
            one_of_many(reader, i + 2, found);
        // "raising her grandchildren"
        if (any_of(reader.lower(i), {"grandchildren", "grandson", "granddaughter", "grandchild", "grandkids", "niece",
                                     "nephew", "nieces", "nephews"}) &&
            i >= 2 && any_of(reader.lower(i - 2), {"raising", "raises", "raised", "fostering", "adopted"}))
            add(reader, found, i - 2, i, Class::family, 0.58F);
        if (mention.about(theme::kin)) kinship_care(reader, mention, found);
        // "two mums"
        if (mention.about(theme::kin) && i > 0 && number_at(reader, i - 1) == 2 &&
            any_of(reader.lower(i), {"mums", "moms", "dads", "mothers", "fathers", "mummies", "daddies"}))
            add(reader, found, i - 1, i, Class::family, usual + 0.05F);
    }
    for (auto const i : reader.dated()) {
        if (!reader.about(i, topic::small_number | topic::ordinal)) continue;
        one_of_a_row(reader, i, found);
        if (reader.lower(i + 1) == "of") one_of_many(reader, i + 1, found);
        counted_children(reader, i, found);
    }
    for (auto const i : reader.numbers()) {
        if (reader.at(i).size() > 4) continue;
        if (reader.at(i).shape == Shape::mixed) one_of_a_row(reader, i, found);
        if (reader.lower(i + 1) == "of") one_of_many(reader, i + 1, found);
        counted_children(reader, i, found);
    }
}

}  // namespace kith::screen::rules
