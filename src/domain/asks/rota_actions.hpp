// Taking turns on the rota, and taking over another's.
#pragma once

#include "base/result.hpp"
#include "domain/asks/rota.hpp"
#include "domain/call/call.hpp"

namespace kith::rota {

// By the clock of the group's zone, on the day of this number; `weeks` of them, a week apart.
struct Wanted {
    std::int64_t day = 0;  // since 1970-01-01
    int from_minute = 0;
    int until_minute = 0;
    int weeks = 1;
};

// All of them or none: invalid where one lies in the past, too far ahead, or over a turn one has.
Result<void> take_turns(Call&, Speaker const&, Wanted const&);

// `in_return`: a turn of the taker's own that the holder gets, where the holder would take one back.
Result<void> take_over(Call&, TurnTaker const&, std::optional<TurnId> in_return);

}  // namespace kith::rota
