// When a person is left alone: their hours of quiet and the days they keep free, on the clock of their time zone.
//
// What follows is for what reaches them outside the page (letters, notifications) and for what pings them; the
// page of notices shows everything at any hour.
#pragma once

#include <optional>

#include "base/zone.hpp"
#include "domain/people/person.hpp"

namespace kith::people {

bool is_quiet(QuietSettings const&, Time);
// The first moment from this one on that is not quiet; nothing where it always is.
std::optional<Time> after_quiet(QuietSettings const&, Time);

}  // namespace kith::people
