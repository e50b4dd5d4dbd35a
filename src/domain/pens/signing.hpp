// Under which name something is said: what a form chose, the pen it is written with, and the choice in a composer.
// Posts and asks come here for all of it.
#pragma once

#include <optional>
#include <string>

#include "base/result.hpp"
#include "domain/call/call.hpp"
#include "domain/groups/group.hpp"
#include "domain/pens/pen.hpp"

namespace kith::pens {

// What a form chose; without the field the own name. Invalid names the field.
Result<WrittenAs> read_written_as(http::Form const&);

// The pen to write with; nothing for the own name. `under` is the pen of the thread's head, where something is
// answered: who began a thread without a name is, there, the same one again. Invalid where the group does not allow it,
// or no pen-name is chosen.
Result<std::optional<Pen>> pen_for(Call&, Membership const&, WrittenAs);
Result<std::optional<Pen>> pen_for(Call&, Membership const&, WrittenAs, std::optional<Pen> const& under);

// For the form: child `signing` with the choices and what to know beside them; nothing where the group allows none.
void add_signing(Call&, html::View&, Membership const&);

// What stands beside the name that is shown: "pen-name", "without a name", "without a name, who began this".
std::string_view shown_beside(Pen const&);

// The pens by which a facilitators' log calls them: "Heron", "a member without a name".
std::string in_log(Pen const&);

}  // namespace kith::pens
