#include "domain/around/around.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "domain/groups/store.hpp"

namespace kith::around {

namespace {

std::string in_minutes(std::chrono::milliseconds span) {
    auto const minutes = std::max<std::int64_t>(1, std::chrono::ceil<std::chrono::minutes>(span).count());
    return minutes == 1 ? "for another minute" : fmt::format("for {} more minutes", minutes);
}

std::optional<std::chrono::minutes> span_from(std::string_view text) {
    int minutes = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), minutes);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    auto const* const found = std::ranges::find(spans, std::chrono::minutes{minutes});
    return found == spans.end() ? std::nullopt : std::optional{*found};
}

}  // namespace

static sql::Statement const upsert{
    "INSERT INTO around (group_id, person_id, until_at) VALUES ($1, $2, $3) "
    "ON CONFLICT (group_id, person_id) DO UPDATE SET until_at = $3"};
static sql::Statement const delete_one{"DELETE FROM around WHERE group_id = $1 AND person_id = $2"};
static sql::Statement const delete_own{"DELETE FROM around WHERE person_id = $1"};
static sql::Statement const delete_past{"DELETE FROM around WHERE until_at <= $1"};
static sql::Statement const select_in_group{
    "SELECT people.id, people.name, around.until_at FROM around "
    "JOIN memberships ON memberships.group_id = around.group_id AND memberships.person_id = around.person_id "
    "JOIN people ON people.id = around.person_id "
    "WHERE around.group_id = $1 AND around.until_at > $2 ORDER BY people.name, people.id"};
static sql::Statement const select_own{
    "SELECT group_id, until_at FROM around WHERE person_id = $1 AND until_at > $2 ORDER BY group_id"};

void say(sql::Transaction& transaction, GroupId group, PersonId person, Time until) {
    transaction.run(upsert, group, person, until);
}

void forget(sql::Transaction& transaction, GroupId group, PersonId person) {
    transaction.run(delete_one, group, person);
}

void forget_past(sql::Transaction& transaction, Time now) { transaction.run(delete_past, now); }

std::vector<Somebody> in_group(sql::Transaction& transaction, GroupId group, Time now) {
    return transaction.all(
        select_in_group, [](sql::Row const& row) { return Somebody{row.id<Person>(0), row.string(1), row.time(2)}; },
        group, now);
}

html::View::List around_view(std::vector<Somebody> const& people, Time now) {
    html::View::List list;
    for (auto const& somebody : people) {
        html::View line;
        line.text("name", somebody.name).text("until", iso(somebody.until));
        line.text("until_in_words", in_minutes(somebody.until - now));
        list.push_back(std::move(line));
    }
    return list;
}

namespace {

struct Own {
    GroupId group;
    Time until;
};

}  // namespace

void add_own(Call& call, html::View& view) {
    auto& transaction = call.transaction();
    auto const person = call.viewer().person;
    auto const now_around = transaction.all(
        select_own, [](sql::Row const& row) { return Own{row.id<Group>(0), row.time(1)}; }, person, call.now);
    html::View::List groups;
    for (auto const& group : groups::of_person(transaction, person)) {
        auto const own = std::ranges::find(now_around, group.id, &Own::group);
        html::View line;
        line.text("id", group.id.text()).text("name", group.name).flag("around", own != now_around.end());
        bool const ticked =
            call.refusal ? std::ranges::any_of(call.refusal->form.fields(),
                                               [&](auto const& field) {
                                                   return field.first == "group" && field.second == group.id.text();
                                               })
                         : true;
        line.flag("ticked", ticked, html::Seen::by_templates_only);
        groups.push_back(std::move(line));
    }
    html::View::List lengths;
    for (auto const span : spans) {
        html::View line;
        line.number("minutes", span.count());
        line.text("label", span == std::chrono::minutes{60} ? "An hour" : fmt::format("{} minutes", span.count()));
        lengths.push_back(std::move(line));
    }
    html::View own;
    own.flag("is_around", !now_around.empty());
    own.text("ends_in_words", now_around.empty() ? std::string{} : in_minutes(now_around.front().until - call.now));
    own.list("around_groups", std::move(groups));
    own.list("spans", std::move(lengths), html::Seen::by_templates_only);
    own.text("around_fault", call.fault("minutes")).text("groups_fault", call.fault("group"));
    view.child("around", std::move(own));
}

Result<Answer> begin(Call& call, SignedIn const&) {
    auto& transaction = call.transaction();
    auto const person = call.viewer().person;
    auto const span = span_from(call.form.value("minutes"));
    if (!span) return fail(Error::invalid("minutes", "Choose how long."));
    std::vector<GroupId> chosen;
    for (auto const& [field, value] : call.form.fields()) {
        if (field != "group") continue;
        auto const group = GroupId::parse(value);
        if (!group || !groups::find_membership(transaction, *group, person)) return fail(Error::not_found());
        chosen.push_back(*group);
    }
    if (chosen.empty()) return fail(Error::invalid("group", "Choose at least one of your groups."));
    transaction.run(delete_own, person);
    for (auto const group : chosen) say(transaction, group, person, call.now + *span);
    return Done{"/asks"};
}

Result<Answer> stop(Call& call, SignedIn const&) {
    call.transaction().run(delete_own, call.viewer().person);
    return Done{"/asks"};
}

}  // namespace kith::around
