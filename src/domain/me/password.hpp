// Asking for the password once more, before what cannot be undone.
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "domain/call/call.hpp"
#include "domain/people/person.hpp"

namespace kith::me {

// The viewer, when the form's field holds their password. Takes as long as a hash: only on rows that open their
// own transactions. Invalid, naming the field, when it does not fit.
Result<Person> confirm_password(Call const&, std::string_view field);

}  // namespace kith::me
