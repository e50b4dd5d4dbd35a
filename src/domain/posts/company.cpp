#include "domain/posts/company.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "platform/html/markdown.hpp"

namespace kith::posts {

// Answered from the index memberships_counted alone, in its order: so by role too, and added up here.
static sql::Statement const select_counted{
    "SELECT capacity, count(*), CAST(SUM(shows_presence) AS INTEGER) FROM memberships WHERE group_id = $1 "
    "GROUP BY role, capacity"};

std::vector<Company::Counted> const& Company::counted() {
    if (counted_) return *counted_;
    counted_.emplace();
    transaction_.all(
        select_counted,
        [&](sql::Row const& row) {
            auto const capacity = capacity_from(row.text(0)).value_or(Capacity::practitioner);
            auto const same = std::ranges::find(*counted_, capacity, &Counted::capacity);
            auto& counted = same == counted_->end() ? counted_->emplace_back(capacity) : *same;
            counted.people += row.integer(1);
            counted.showing += row.integer(2);
            return 0;
        },
        group_);
    std::ranges::sort(*counted_, {}, &Counted::capacity);
    return *counted_;
}

static sql::Statement const select_names{
    "SELECT people.id, people.name, memberships.capacity, memberships.shows_presence "
    "FROM memberships JOIN people ON people.id = memberships.person_id "
    "WHERE memberships.group_id = $1 ORDER BY people.name, people.id"};

std::vector<Company::Named> const& Company::names() {
    if (!names_)
        names_ = transaction_.all(
            select_names,
            [](sql::Row const& row) {
                return Named{row.id<Person>(0), row.string(1),
                             capacity_from(row.text(2)).value_or(Capacity::practitioner), row.flag(3)};
            },
            group_);
    return *names_;
}

html::MentionNames const& Company::mentionable(std::string_view body) {
    static html::MentionNames const nobody;
    if (body.find('@') == body.npos) return nobody;
    if (!mention_names_) {
        std::vector<std::string> list;
        for (auto const& named : names()) list.push_back(named.name);
        mention_names_.emplace(list);
    }
    return *mention_names_;
}

std::vector<PersonId> Company::mentioned_in(std::string_view body) {
    std::vector<PersonId> mentioned;
    auto const& mentionable_names = mentionable(body);
    if (mentionable_names.empty()) return mentioned;
    for (auto const index : html::mentions_in(body, mentionable_names)) mentioned.push_back(names()[index].person);
    return mentioned;
}

static std::int64_t people_in(Company& company) {
    std::int64_t count = 0;
    for (auto const& each : company.counted()) count += each.people;
    return count;
}

html::View audience_view(Company& company, Group const& group) {
    auto const count = people_in(company);
    return audience_view(company, group,
                         count == 1 ? fmt::format("Only you are in {} so far.", group.name)
                                    : fmt::format("{} people in {} will see this.", count, group.name));
}

html::View audience_view(Company& company, Group const& group, std::string says) {
    html::View view;
    auto const count = people_in(company);
    std::string by_capacity;
    for (auto const& each : company.counted()) {
        if (!by_capacity.empty()) by_capacity += ", ";
        by_capacity += counted(each.capacity, each.people);
    }
    view.number("people_count", count);
    view.text("says", std::move(says));
    view.text("capacities_in_words", by_capacity + ".");
    html::View::List people;
    if (count <= names_in_page_max) {
        for (auto const& named : company.names()) {
            html::View line;
            line.text("name", named.name).text("capacity", std::string{in_words(named.capacity)});
            people.push_back(std::move(line));
        }
    }
    view.list("people", std::move(people));
    view.text("names_page", "/groups/" + group.id.text() + "/members");
    return view;
}

html::View::List here_view(Company& company, live::Hub const& hub, GroupId group) {
    html::View::List here;
    auto const some_show = [](Company::Counted const& each) { return each.showing > 0; };
    if (!std::ranges::any_of(company.counted(), some_show)) return here;
    auto const present = hub.present({group.bytes});  // in order
    if (present.empty()) return here;
    for (auto const& named : company.names()) {
        if (!named.shows_presence) continue;
        if (!std::ranges::binary_search(present, live::ListenerId{named.person.bytes})) continue;
        html::View line;
        line.text("name", named.name);
        here.push_back(std::move(line));
    }
    return here;
}

}  // namespace kith::posts
