// What a group has besides posts, in the first of the example's: a newcomer with one vouch, a second version of the
// agreement, a post that was edited, a report that was closed, what facilitators did, asks (asks.hpp), and the notices
// of it all.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "app/demo/random.hpp"
#include "domain/ids.hpp"
#include "platform/media/made.hpp"
#include "platform/sql/database.hpp"

namespace kith::app::demo {

struct Community {
    GroupId group;
    std::map<std::string_view, PersonId> members;  // by their key in the cast
    PersonId newcomer;
    std::string newcomer_name;
    Time began, ends;
    std::vector<PersonId> everyone;
};

// `picture` is shown with what was said last.
void add_extras(sql::Transaction&, Community const&, Random&, media::Made const& picture);

}  // namespace kith::app::demo
