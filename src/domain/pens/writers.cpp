#include "domain/pens/writers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <vector>

#include "base/words.hpp"
#include "domain/pens/pen.hpp"

namespace kith::pens {

namespace {

struct Member {
    PersonId person;
    Capacity capacity;
    std::vector<std::string> fields;
};

static sql::Statement const select_members{
    "SELECT memberships.person_id, memberships.capacity, practice_fields.field FROM memberships "
    "LEFT JOIN practice_fields ON practice_fields.person_id = memberships.person_id "
    "WHERE memberships.group_id = $1 ORDER BY memberships.person_id, practice_fields.field"};

std::vector<Member> members_of(sql::Transaction& transaction, GroupId group) {
    std::vector<Member> members;
    transaction.all(
        select_members,
        [&](sql::Row const& row) {
            auto const person = row.id<Person>(0);
            if (members.empty() || members.back().person != person)
                members.push_back({person, capacity_from(row.text(1)).value_or(Capacity::practitioner), {}});
            if (!row.is_null(2)) members.back().fields.push_back(row.string(2));
            return 0;
        },
        group);
    return members;
}

std::set<std::string> stems_of(std::string_view text) {
    std::set<std::string> stems;
    words::Reader reader{text};
    for (words::Word word; reader.next(word);) stems.insert(words::stem(word.plain));
    return stems;
}

// The words by which somebody tells in which capacity they are here. One of them in a text counts, also of somebody
// else: a reader cannot know.
std::string_view words_of(Capacity capacity) {
    switch (capacity) {
        case Capacity::practitioner: return "practitioner frontline";
        case Capacity::student: return "student trainee placement university";
        case Capacity::manager: return "manager manage managing supervisees";
        case Capacity::educator: return "lecturer tutor teach teaching educator";
        case Capacity::lived_experience: return "lived survivor";
    }
    return {};
}

bool any_in(std::set<std::string> const& text, std::set<std::string> const& wanted) {
    return std::ranges::any_of(wanted, [&](auto const& stem) { return text.contains(stem); });
}
bool all_in(std::set<std::string> const& text, std::set<std::string> const& wanted) {
    return !wanted.empty() && std::ranges::includes(text, wanted);
}

std::string of_capacity(Capacity capacity) {
    auto words = counted(capacity, 2);  // "2 managers"
    return words.substr(words.find(' ') + 1);
}

}  // namespace

Writers who_could_write(sql::Transaction& transaction, Membership const& writer, SaysWork says_work,
                        std::string_view words) {
    auto members = members_of(transaction, writer.group.id);
    auto const told = stems_of(words);
    Writers found{0, "people"};
    auto const keep = [&](auto const& is_true_of) {
        std::erase_if(members, [&](Member const& member) { return !is_true_of(member); });
    };
    auto const me = std::ranges::find(members, writer.person, &Member::person);
    auto const mine = me == members.end() ? std::vector<std::string>{} : me->fields;
    if (says_work == SaysWork::yes || any_in(told, stems_of(words_of(writer.capacity)))) {
        keep([&](Member const& member) { return member.capacity == writer.capacity; });
        found.who = of_capacity(writer.capacity);
    }
    std::string known;
    for (auto const& field : mine) {
        if (!all_in(told, stems_of(field))) continue;
        keep([&](Member const& member) { return std::ranges::find(member.fields, field) != member.fields.end(); });
        known += (known.empty() ? " who know about " : " and ") + field;
    }
    found.who += known;
    found.people = static_cast<std::int64_t>(members.size());
    return found;
}

// Asked for with every composer: so answered from the index memberships_counted alone, in its order.
static sql::Statement const select_counted{
    "SELECT capacity, count(*) FROM memberships WHERE group_id = $1 GROUP BY role, capacity"};

std::string could_say(sql::Transaction& transaction, Membership const& writer) {
    std::int64_t all = 0, like_me = 0;
    transaction.all(
        select_counted,
        [&](sql::Row const& row) {
            all += row.integer(1);
            if (capacity_from(row.text(0)) == writer.capacity) like_me += row.integer(1);
            return 0;
        },
        writer.group.id);
    auto says = all == 1 ? std::string{"Only you are in this group, so everybody knows who wrote it."}
                         : fmt::format("Without your name, at most {} people here could have written it.", all);
    if (like_me < all)
        says += fmt::format(" If your words tell that you are {} {}: {}.",
                            writer.capacity == Capacity::educator ? "an" : "a", in_words(writer.capacity),
                            like_me == 1 ? "only you" : fmt::format("{} of you", like_me));
    return says;
}

std::string too_few_say(Writers const& writers) {
    if (writers.people >= few_writers) return {};
    if (writers.people <= 1)
        return fmt::format(
            "Only you could have written this: there is no other among the {} here. It can go without your name, and "
            "people may still know. Say it less closely, or send it as it is.",
            writers.who);
    return fmt::format(
        "Only {} people here could have written this: the {}. It can go without your name, and people may still "
        "guess. Say it less closely, or send it as it is.",
        writers.people, writers.who);
}

}  // namespace kith::pens
