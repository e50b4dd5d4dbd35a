// Breaches in the database.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/breaches/breach.hpp"
#include "platform/sql/database.hpp"

namespace kith::breaches {

void add(sql::Transaction&, Breach const&, PersonId by);
// The breach if this person is in its group: to others one that is there and one that is not are the same.
std::optional<Breach> find_of_member(sql::Transaction&, BreachId, PersonId member);
// Newest first.
std::vector<Breach> of_group(sql::Transaction&, GroupId);

// Out of sight for everybody. False when it is already.
bool put_out_of_sight(sql::Transaction&, Post const&, PersonId by, Time now);

// Everyone in the group but its author by name, with how they may have seen the post, if they may.
struct Reader {
    PersonId person;
    std::string name;
    std::optional<SeenHow> how;
};
std::vector<Reader> who_may_have_seen(sql::Transaction&, Post const&);
void keep_seen(sql::Transaction&, Breach const&, std::vector<Reader> const&);
std::vector<Reader> seen_by(sql::Transaction&, BreachId);

void set_facts(sql::Transaction&, BreachId, std::string_view facts);

struct StepDone {
    BreachStep step;
    std::string by;  // empty: their account is gone
    Time at;
};
// False when it was done already.
bool add_step(sql::Transaction&, Breach const&, BreachStep, PersonId by, Time now);
std::vector<StepDone> steps_of(sql::Transaction&, BreachId);

// The list of who may have seen it goes. False when somebody was faster.
bool end(sql::Transaction&, Breach const&, BreachOutcome, PersonId by, Time now);

}  // namespace kith::breaches
