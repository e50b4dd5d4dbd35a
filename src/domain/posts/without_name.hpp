// Before words go out under a pen: how many could have written them. Where they are few, the page of one more look
// says so, once for the same words.
#pragma once

#include <variant>

#include "domain/groups/group.hpp"
#include "domain/pens/pen.hpp"
#include "domain/pens/writers.hpp"
#include "domain/screening/screening.hpp"

namespace kith::posts {

// The field of the form that says that its writer has read it: the mark of the words.
inline constexpr std::string_view few_seen_field = "few_seen";

using Looked = std::variant<screening::Screened, screening::Asked>;

// What the check has found, and, where there are few, what there is to know besides. Under one's own name nothing
// changes.
Looked look_at_writers(Call&, Membership const&, WrittenAs, pens::SaysWork, Looked);

}  // namespace kith::posts
