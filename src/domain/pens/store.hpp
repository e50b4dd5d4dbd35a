// Pens in the database.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/pens/pen.hpp"
#include "platform/sql/database.hpp"

namespace kith::pens {

// For statements that join the table as `pen`: five columns, from `first` on.
#define KITH_PEN_COLUMNS "pen.id, pen.person_id, pen.name, pen.nameless, pen.began"
inline constexpr int pen_columns = 5;
// Nothing where the thing stands under its author's own name.
std::optional<Pen> read_pen(sql::Row const&, int first);

// The pen-name that a member writes under now.
std::optional<Pen> chosen(sql::Transaction&, GroupId, PersonId);
// False when somebody else has, or had, a pen-name that looks like it. One's own former one is taken up again.
bool choose(sql::Transaction&, GroupId, PersonId, std::string_view name);
// They have, or had, this pen-name.
bool owns(sql::Transaction&, GroupId, PersonId, std::string_view name);
// None from now on; what was written stays theirs.
void lay_down(sql::Transaction&, GroupId, PersonId);
// How many a member has, old ones among them.
std::int64_t count_of(sql::Transaction&, GroupId, PersonId);

enum class Begins { thread, nothing };
Pen make_nameless(sql::Transaction&, GroupId, PersonId, Begins);

// Nobody knows any more who wrote with their pens in this group. The pens, and what was written, stay.
void let_go(sql::Transaction&, GroupId, PersonId);

// The pen under a post, with its group; nothing for who is no member.
struct Under {
    GroupId group;
    PostId head;
    std::optional<Pen> pen;
    std::optional<PersonId> author;
};
std::optional<Under> under_post(sql::Transaction&, PostId, PersonId member);

}  // namespace kith::pens
