// What the person said in posts, and what is kept beside it.
#include "domain/me/everything.hpp"
#include "domain/me/files.hpp"

namespace kith::me {

using html::View;

// Written under my name, or under a pen that I hold.
#define KITH_MINE \
    "(posts.author_id = $1 OR posts.pen_id IN (SELECT held.id FROM pens AS held WHERE held.person_id = $1)) "

static sql::Statement const select_posts{
    "SELECT posts.id, posts.group_id, posts.thread_id, posts.quoted_id, posts.body, posts.asks, posts.written_at, "
    "posts.edited_at, EXISTS (SELECT 1 FROM withdrawals WHERE withdrawals.post_id = posts.id), pens.name "
    "FROM posts LEFT JOIN pens ON pens.id = posts.pen_id WHERE " KITH_MINE "ORDER BY posts.id"};

static View read_post(sql::Row const& row) {
    View view;
    view.text("id", row.id<Post>(0).text()).text("group_id", row.id<Group>(1).text());
    auto const thread = row.maybe_id<Post>(2);
    auto const quoted = row.maybe_id<Post>(3);
    view.text("answers_in", thread ? thread->text() : std::string{});
    view.text("quotes", quoted ? quoted->text() : std::string{});
    view.text("body", row.string(4)).flag("asks", row.flag(5));
    view.text("written_at", when(row, 6)).text("edited_at", when(row, 7)).flag("taken_back", row.flag(8));
    view.text("under", row.string(9));
    return view;
}

static sql::Statement const select_versions{
    "SELECT post_versions.post_id, post_versions.version, post_versions.body, post_versions.written_at "
    "FROM post_versions JOIN posts ON posts.id = post_versions.post_id WHERE " KITH_MINE
    "ORDER BY post_versions.post_id, post_versions.version"};

static View read_version(sql::Row const& row) {
    View view;
    view.text("post", row.id<Post>(0).text()).number("version", row.integer(1)).text("body", row.string(2));
    view.text("written_at", when(row, 3));
    return view;
}

// My pen-names, old ones among them.
static sql::Statement const select_pen_names{
    "SELECT group_id, name FROM pens WHERE person_id = $1 AND nameless = 0 ORDER BY group_id, name"};

static View read_pen_name(sql::Row const& row) {
    View view;
    view.text("group", row.id<Group>(0).text()).text("pen_name", row.string(1));
    return view;
}

static sql::Statement const select_reactions{
    "SELECT post_id, kind, given_at FROM reactions WHERE person_id = $1 ORDER BY given_at, post_id, kind"};

static View read_reaction(sql::Row const& row) {
    View view;
    view.text("post", row.id<Post>(0).text()).text("kind", row.string(1)).text("given_at", when(row, 2));
    return view;
}

// Open votes. Whose an anonymous one is nobody knows.
static sql::Statement const select_votes{
    "SELECT poll_votes.post_id, poll_votes.ballot FROM poll_votes WHERE poll_votes.person_id = $1 ORDER BY post_id"};

static View read_vote(sql::Row const& row) {
    View view;
    view.text("post", row.id<Post>(0).text()).text("ballot", row.string(1));
    return view;
}

static sql::Statement const select_choices{
    "SELECT poll_choices.post_id, poll_choices.place, poll_choices.words FROM poll_choices "
    "JOIN posts ON posts.id = poll_choices.post_id WHERE " KITH_MINE
    "ORDER BY poll_choices.post_id, poll_choices.place"};

#undef KITH_MINE

static View read_choice(sql::Row const& row) {
    View view;
    view.text("post", row.id<Post>(0).text()).number("place", row.integer(1)).text("words", row.string(2));
    return view;
}

static sql::Statement const select_drafts{
    "SELECT place, body, kept_at FROM drafts WHERE person_id = $1 ORDER BY kept_at, place"};

static View read_draft(sql::Row const& row) {
    View view;
    view.text("place", row.string(0)).text("body", row.string(1)).text("kept_at", when(row, 2));
    return view;
}

static sql::Statement const select_held{
    "SELECT group_id, body, said_at FROM held_posts WHERE person_id = $1 ORDER BY said_at, id"};

static View read_held(sql::Row const& row) {
    View view;
    view.text("group", row.id<Group>(0).text()).text("body", row.string(1)).text("said_at", when(row, 2));
    return view;
}

// What the check keeps of my posts: no words, only what kind of thing was told where.
static sql::Statement const select_told{
    "SELECT post_id, class, told_at FROM told_pieces WHERE person_id = $1 ORDER BY told_at, post_id, class, piece_key"};

static View read_told(sql::Row const& row) {
    View view;
    view.text("post", row.id<Post>(0).text()).text("class", row.string(1)).text("told_at", when(row, 2));
    return view;
}

static sql::Statement const select_left{
    "SELECT post_id, COUNT(*) FROM left_as_is WHERE person_id = $1 GROUP BY post_id ORDER BY post_id"};

static View read_left(sql::Row const& row) {
    View view;
    view.text("post", row.id<Post>(0).text()).number("things", row.integer(1));
    return view;
}

void add_said(View& view, sql::Transaction& transaction, PersonId id) {
    view.list("posts", collect(transaction, select_posts, id, read_post));
    view.list("versions", collect(transaction, select_versions, id, read_version));
    view.list("reactions", collect(transaction, select_reactions, id, read_reaction));
    view.list("votes", collect(transaction, select_votes, id, read_vote));
    view.list("choices_of_polls", collect(transaction, select_choices, id, read_choice));
    view.list("pen_names", collect(transaction, select_pen_names, id, read_pen_name));
    view.list("drafts", collect(transaction, select_drafts, id, read_draft));
    view.list("held", collect(transaction, select_held, id, read_held));
    view.list("files", files_of(transaction, id));
    view.list("told_in_posts", collect(transaction, select_told, id, read_told));
    view.list("left_as_it_is", collect(transaction, select_left, id, read_left));
}

}  // namespace kith::me
