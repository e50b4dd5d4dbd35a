// What a group's facilitators can set.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "domain/call/call.hpp"
#include "domain/groups/group.hpp"

namespace kith::groups {

struct Settings {
    std::string name;
    std::string told_to_newcomers;
    int vouches_needed = vouches_needed_default;
    std::vector<std::string> questions;
};

// Reads name, told_to_newcomers, vouches_needed and questions (one a line).
Result<Settings> read_settings(http::Form const&);
// What changed stands in the log by its kind ("name, questions"), not by its words.
void change(Call&, Facilitator const&, Settings const&);

Result<TopicId> add_topic(Call&, Facilitator const&, std::string_view name);

}  // namespace kith::groups
