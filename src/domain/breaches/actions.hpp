// What is done in a drill. Each takes the grant that allows it, and stands in the log that every member reads.
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "domain/breaches/breach.hpp"
#include "domain/call/call.hpp"

namespace kith::breaches {

// Out of sight from the commit on. Conflict when it is already, or was taken back.
Result<BreachId> begin(Call&, BreachBeginner const&, std::string_view hours_ago);
Result<void> keep_facts(Call&, BreachHandler const&, std::string_view facts);
Result<void> note_step(Call&, BreachHandler const&, BreachStep);
// Shown again, or the words gone for good: text, earlier versions, pictures, support, a poll.
Result<void> end(Call&, BreachHandler const&, BreachOutcome);

}  // namespace kith::breaches
