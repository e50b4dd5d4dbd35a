// How many could have written it.
//
// Without a name on it, words still tell: in which capacity somebody is here, a field that few know. Counted are the
// members of whom all of that is true as it is of the writer, by what everybody can see of them: their capacity and
// their fields of practice. It is the most that could have written it, never more: readers may know what no count
// does. Nothing of it is kept, and nobody but the writer is told.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "domain/groups/group.hpp"
#include "platform/sql/database.hpp"

namespace kith::pens {

// Whether the way it is said tells of the writer's work: speaking for a team or an organisation.
enum class SaysWork { no, yes };

struct Writers {
    std::int64_t people = 0;  // the writer among them
    std::string who;          // "people", "students who know about adoption"
};

Writers who_could_write(sql::Transaction&, Membership const& writer, SaysWork, std::string_view words);

// For the composer, before there are words: "At most 14 people here could have written it. …"
std::string could_say(sql::Transaction&, Membership const& writer);

// What the writer should know before it is sent; empty where enough could have written it.
std::string too_few_say(Writers const&);

}  // namespace kith::pens
