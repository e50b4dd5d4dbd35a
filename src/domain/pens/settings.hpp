// Whether a group allows pen-names, and single posts without a name. Neither, until its facilitators say so.
#pragma once

#include "domain/call/call.hpp"
#include "domain/groups/group.hpp"

namespace kith::pens {

struct Settings {
    bool pen_names = false;
    bool nameless = false;

    bool any() const { return pen_names || nameless; }
    bool operator==(Settings const&) const = default;
};

Settings settings_of(sql::Transaction&, GroupId);
void keep_settings(sql::Transaction&, GroupId, Settings const&);

// What changed stands in the log. What was written before stays as it is.
void change(Call&, Facilitator const&, Settings const&);

}  // namespace kith::pens
