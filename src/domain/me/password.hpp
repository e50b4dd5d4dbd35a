// Showing once more that it is me, in the form itself, before what cannot be undone.
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "domain/call/call.hpp"
#include "domain/people/person.hpp"

namespace kith::me {

// The viewer, when they have shown a moment ago that it is them, or the form's field holds their password and nothing
// more is asked of them. A password that stands there must be right in any case. Takes as long as a hash: only on rows
// that open their own transactions. Invalid, naming the field, when it does not fit; unconfirmed, when it is not
// enough.
Result<Person> confirm_here(Call const&, std::string_view field);

}  // namespace kith::me
