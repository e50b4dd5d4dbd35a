// Looking for something that was said.
#pragma once

#include "domain/call/gates.hpp"
#include "domain/call/row.hpp"
#include "domain/groups/group.hpp"

namespace kith::search {

Result<Answer> show_form(Call&, SignedIn const&);
Result<Answer> show_form_of_group(Call&, Reader const&);
Result<Answer> ask(Call&, SignedIn const&);
Result<Answer> show_found(Call&, SignedIn const&);

}  // namespace kith::search
