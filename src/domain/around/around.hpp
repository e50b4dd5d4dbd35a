// "I have ten minutes": a member says that they are around for a word, to the groups they choose. It ends by itself,
// or when they take it back, and nothing is kept of it.
#pragma once

#include <array>
#include <chrono>
#include <string>
#include <vector>

#include "domain/call/gates.hpp"
#include "domain/groups/group.hpp"
#include "platform/html/view.hpp"
#include "platform/sql/database.hpp"

namespace kith::around {

inline constexpr std::array spans{std::chrono::minutes{10}, std::chrono::minutes{30}, std::chrono::minutes{60}};

// The rows of the route table.
Result<Answer> begin(Call&, SignedIn const&);  // POST /around
Result<Answer> stop(Call&, SignedIn const&);   // POST /around/end

struct Somebody {
    PersonId person;
    std::string name;
    Time until;
};
// Who is around in a group, by name.
std::vector<Somebody> in_group(sql::Transaction&, GroupId, Time now);
// For the page of a group: the list `around`, each with name, until and in how many minutes it ends.
html::View::List around_view(std::vector<Somebody> const&, Time now);

// For the page from which one says it: the groups, whether one is around in them, the spans.
void add_own(Call&, html::View&);

void say(sql::Transaction&, GroupId, PersonId, Time until);
void forget(sql::Transaction&, GroupId, PersonId);
void forget_past(sql::Transaction&, Time now);

}  // namespace kith::around
