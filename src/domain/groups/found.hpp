// Founding a group: its name, what newcomers are told, the agreement to start from.
#pragma once

#include <string>

#include "base/result.hpp"
#include "domain/call/call.hpp"
#include "domain/groups/group.hpp"
#include "platform/html/view.hpp"

namespace kith::groups {

struct Founding {
    std::string name;
    std::string told_to_newcomers;
    std::string agreement;  // Markdown of the first version
};

// Reads group_name, told_to_newcomers and agreement (the key of a start).
Result<Founding> read_founding(Call const&);
// Fills the fields of the partial "founding_fields".
void show_founding(Call const&, html::View&);

// The founder becomes its first facilitator and has accepted what they chose.
GroupId found(sql::Transaction&, Founding const&, PersonId founder, Capacity, Time now);

}  // namespace kith::groups
