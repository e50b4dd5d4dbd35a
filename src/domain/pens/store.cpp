#include "domain/pens/store.hpp"

#include "domain/pens/likeness.hpp"

namespace kith::pens {

std::optional<Pen> read_pen(sql::Row const& row, int first) {
    if (row.is_null(first)) return std::nullopt;
    return Pen{row.id<Pen>(first), row.maybe_id<Person>(first + 1), row.string(first + 2), row.flag(first + 3),
               row.flag(first + 4)};
}

static sql::Statement const select_chosen{"SELECT " KITH_PEN_COLUMNS
                                          " FROM pen_names JOIN pens AS pen ON pen.id = pen_names.pen_id "
                                          "WHERE pen_names.group_id = $1 AND pen_names.person_id = $2"};

std::optional<Pen> chosen(sql::Transaction& transaction, GroupId group, PersonId person) {
    return transaction.one(select_chosen, [](sql::Row const& row) { return *read_pen(row, 0); }, group, person);
}

static sql::Statement const insert_pen{
    "INSERT INTO pens (id, group_id, person_id, name, likeness, nameless, began) VALUES ($1, $2, $3, $4, $5, $6, $7) "
    "ON CONFLICT DO NOTHING"};
static sql::Statement const select_named{
    "SELECT id FROM pens WHERE group_id = $1 AND person_id = $2 AND nameless = 0 AND name = $3"};
static sql::Statement const upsert_choice{
    "INSERT INTO pen_names (group_id, person_id, pen_id) VALUES ($1, $2, $3) "
    "ON CONFLICT (group_id, person_id) DO UPDATE SET pen_id = $3"};

static std::optional<PenId> own_named(sql::Transaction& transaction, GroupId group, PersonId person,
                                      std::string_view name) {
    return transaction.one(select_named, [](sql::Row const& row) { return row.id<Pen>(0); }, group, person, name);
}

bool owns(sql::Transaction& transaction, GroupId group, PersonId person, std::string_view name) {
    return own_named(transaction, group, person, name).has_value();
}

bool choose(sql::Transaction& transaction, GroupId group, PersonId person, std::string_view name) {
    auto const before = own_named(transaction, group, person, name);
    auto const id = before.value_or(PenId::random());
    if (!before && transaction.run(insert_pen, id, group, person, name, likeness_of(name), false, false) == 0)
        return false;
    transaction.run(upsert_choice, group, person, id);
    return true;
}

static sql::Statement const delete_choice{"DELETE FROM pen_names WHERE group_id = $1 AND person_id = $2"};

void lay_down(sql::Transaction& transaction, GroupId group, PersonId person) {
    transaction.run(delete_choice, group, person);
}

static sql::Statement const count_named{
    "SELECT count(*) FROM pens WHERE group_id = $1 AND person_id = $2 AND nameless = 0"};

std::int64_t count_of(sql::Transaction& transaction, GroupId group, PersonId person) {
    return transaction.one(count_named, [](sql::Row const& row) { return row.integer(0); }, group, person).value_or(0);
}

Pen make_nameless(sql::Transaction& transaction, GroupId group, PersonId person, Begins begins) {
    Pen pen{PenId::random(), person, std::string{nameless_name}, true, begins == Begins::thread};
    transaction.run(insert_pen, pen.id, group, person, pen.name, "", pen.nameless, pen.began);
    return pen;
}

static sql::Statement const forget_holder{"UPDATE pens SET person_id = NULL WHERE group_id = $1 AND person_id = $2"};

// A report keeps whom it goes round. Under a pen that would still lead to them.
static sql::Statement const forget_reported{
    "UPDATE reports SET about_id = NULL WHERE group_id = $1 AND about_id = $2 AND post_id IN "
    "(SELECT posts.id FROM posts WHERE posts.group_id = $1 AND posts.pen_id IS NOT NULL)"};

void let_go(sql::Transaction& transaction, GroupId group, PersonId person) {
    transaction.run(forget_reported, group, person);
    transaction.run(delete_choice, group, person);
    transaction.run(forget_holder, group, person);
}

static sql::Statement const select_under{
    "SELECT posts.group_id, COALESCE(posts.thread_id, posts.id), posts.author_id, " KITH_PEN_COLUMNS
    " FROM posts JOIN memberships ON memberships.group_id = posts.group_id AND memberships.person_id = $2 "
    "LEFT JOIN pens AS pen ON pen.id = posts.pen_id WHERE posts.id = $1"};

std::optional<Under> under_post(sql::Transaction& transaction, PostId post, PersonId member) {
    return transaction.one(
        select_under,
        [](sql::Row const& row) {
            return Under{row.id<Group>(0), row.id<Post>(1), read_pen(row, 3), row.maybe_id<Person>(2)};
        },
        post, member);
}

}  // namespace kith::pens
