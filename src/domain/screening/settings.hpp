// What a group's facilitators can set about the check.
#pragma once

#include "base/result.hpp"
#include "domain/call/call.hpp"
#include "domain/screening/screening.hpp"

namespace kith::screening {

// Reads strict, same_area, same_employer and forms (one a line). Invalid when a form cannot be read.
Result<GroupSettings> read_settings(http::Form const&);
// What changed stands in the log by its kind, not by its words.
void change(Call&, Facilitator const&, GroupSettings const&);

}  // namespace kith::screening
