// The company one writes in: who is in a group, as its pages need to know.
//
// Lives for one call, on its transaction; reads only what something asks for.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/groups/group.hpp"
#include "platform/html/mentions.hpp"
#include "platform/html/view.hpp"
#include "platform/live/hub.hpp"
#include "platform/sql/database.hpp"

namespace kith::posts {

// With more people than this, the names are a page away instead of in this one.
inline constexpr std::int64_t names_in_page_max = 40;

class Company {
public:
    Company(sql::Transaction& transaction, GroupId group) : transaction_{transaction}, group_{group} {}

    GroupId group() const { return group_; }

    struct Counted {
        Capacity capacity;
        std::int64_t people = 0;
        std::int64_t showing = 0;  // of them, those who let it be seen that they are here
    };
    // How many, in the order of `capacities`; none of a capacity that nobody has.
    std::vector<Counted> const& counted();

    struct Named {
        PersonId person;
        std::string name;
        Capacity capacity;
        bool shows_presence;
    };
    // Everyone, by name.
    std::vector<Named> const& names();
    // Who could be meant in this text: nobody, without a look, where it has no @.
    html::MentionNames const& mentionable(std::string_view body);
    // Whom a text mentions.
    std::vector<PersonId> mentioned_in(std::string_view body);

private:
    sql::Transaction& transaction_;
    GroupId group_;
    std::optional<std::vector<Counted>> counted_;
    std::optional<std::vector<Named>> names_;
    std::optional<html::MentionNames> mention_names_;
};

// Who will see what is written here: the line over the button, and the names behind it.
html::View audience_view(Company&, Group const&);
// With another line, where not everyone will.
html::View audience_view(Company&, Group const&, std::string says);

// Who is here now, of those who let it be seen: the layout's list `here`.
html::View::List here_view(Company&, live::Hub const&, GroupId);

}  // namespace kith::posts
