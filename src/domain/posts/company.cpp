#include "domain/posts/company.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "platform/html/markdown.hpp"

namespace kith::posts {

static sql::Statement const select_lines{
    "SELECT person_id, capacity, shows_presence FROM memberships WHERE group_id = $1"};

std::vector<Company::Line> const& Company::lines() {
    if (!lines_)
        lines_ = transaction_.all(
            select_lines,
            [](sql::Row const& row) {
                return Line{row.id<Person>(0), capacity_from(row.text(1)).value_or(Capacity::practitioner),
                            row.flag(2)};
            },
            group_);
    return *lines_;
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

html::View audience_view(Company& company, Group const& group) {
    html::View view;
    auto const& lines = company.lines();
    auto const count = lines.size();
    view.number("people_count", static_cast<std::int64_t>(count));
    view.text("says", count == 1 ? fmt::format("Only you are in {} so far.", group.name)
                                 : fmt::format("{} people in {} will see this.", count, group.name));
    std::string by_capacity;
    for (auto const capacity : capacities) {
        auto const found = std::ranges::count(lines, capacity, &Company::Line::capacity);
        if (found == 0) continue;
        if (!by_capacity.empty()) by_capacity += ", ";
        by_capacity += counted(capacity, found);
    }
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
    auto const shows = [](Company::Line const& line) { return line.shows_presence; };
    if (!std::ranges::any_of(company.lines(), shows)) return here;
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
