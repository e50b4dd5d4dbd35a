// Ages that are a clause by themselves: "Ten, third placement", "a lad at the academy, 13, Somali", "He's cleaned it
// since. 61. Ghanaian."
#include "screen/rules/ages.hpp"
#include "screen/rules/rules.hpp"
#include "screen/rules/words.hpp"

namespace kith::screen::rules {

std::size_t age_list_end(Reader const& reader, std::size_t last) {
    constexpr std::size_t ages_max = 6;
    std::size_t end = last;
    for (std::size_t n = 0; n < ages_max; ++n) {
        auto next = end + 1;
        if (reader.is_sign(next, ',') || reader.is_sign(next, '-') || reader.is_sign(next, '&') ||
            reader.is_sign(next, '/'))
            ++next;
        if (any_of(reader.lower(next), {"and", "to", "or"})) ++next;
        if (next == end + 1 || !follows(reader, next)) break;
        auto const other = number_at(reader, next);
        if (other < 0 || other > age_max) break;
        if (reader.lower(next) == "one" && reader.lower(next + 1) == "of") break;  // "14, one of twins"
        end = next;
    }
    return end;
}

bool somebody_around(Reader const& reader, std::size_t first, std::size_t last) {
    constexpr std::size_t reach = 14, reach_of_name = 3;
    constexpr Themes somebody = theme::human | theme::kin;
    for (std::size_t n = 1; n <= reach && n <= first; ++n) {
        if (reader.tells(first - n, somebody)) return true;
        // By name: a word with a capital within a sentence that the lexicon does not have.
        if (n <= reach_of_name && first > n && reader.capital(first - n) && reader.at(first - n).word == 0 &&
            !reader.ends_sentence(first - n - 1))
            return true;
    }
    return (reader.told_after(last + 1, reach) & somebody) != 0 ||
           (last + 2 < reader.count() && (reader.told_after(last + 2, reach) & (somebody | theme::ethnicity)) != 0);
}

namespace {

constexpr int years_max = 105;

void look_at(Reader const& reader, std::size_t i, Candidates& found) {
    auto const value = number_at(reader, i);
    if (value < 1 || value > years_max || reader.at(i).shape == Shape::mixed || reader.lower(i) == "one") return;
    bool const starts = i == 0 || reader.at(i).gap == Gap::line || reader.ends_sentence(i - 1) ||
                        any_of(reader.lower(i - 1), {"and", "now"});
    bool const bracket = i > 0 && reader.is_sign(i - 1, '(');
    bool const comma = (i > 0 && reader.is_sign(i - 1, ',')) || bracket;
    if ((!starts && !comma) || reader.attached(i) != bracket) return;
    if (comma && i > 1 && number_at(reader, i - 2) >= 0) return;
    auto const end = age_list_end(reader, i);
    char const behind = reader.sign_at(end + 1);
    bool const stops =
        !reader.has(end + 1) || behind == '.' || behind == ',' || behind == ';' || reader.at(end + 1).gap == Gap::line;
    // "9, 10 and 11", "3.5"
    if (!stops || (reader.attached(end + 2) && reader.has_digit(end + 2)) || number_at(reader, end + 2) >= 0) return;
    // "1. Ring"
    if (starts && behind == '.' && reader.at(i).shape == Shape::number && value < 10) return;
    if (somebody_around(reader, i, end)) add(reader, found, i, end, Class::age, 0.45F);
}

}  // namespace

void find_lone_ages(Reader const& reader, Settings const&, Candidates& found) {
    for (auto const i : reader.numbers()) look_at(reader, i, found);
    for (auto const i : reader.dated())
        if (reader.about(i, topic::small_number)) look_at(reader, i, found);
}

}  // namespace kith::screen::rules
