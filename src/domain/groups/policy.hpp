// Who may do what in a group. The only maker of grants over one.
#pragma once

#include "domain/call/row.hpp"
#include "domain/groups/group.hpp"

namespace kith::groups {

struct Policy {
    // Through the membership or not at all.
    static Result<Reader> read(Call&, GroupId);
    static Result<Speaker> speak(Call&, GroupId);
    static Result<Facilitator> facilitate(Call&, GroupId);
    // What a facilitator may, a member may.
    static Reader as_reader(Facilitator const& facilitator) { return Reader{*facilitator}; }
    static Reader as_reader(Speaker const& speaker) { return Reader{*speaker}; }
};

// For rows whose path holds {group}.
extern Gate<Reader> const may_read;
extern Gate<Speaker> const may_speak;
extern Gate<Facilitator> const may_facilitate;

}  // namespace kith::groups
