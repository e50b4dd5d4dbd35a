#include "domain/posts/reactions.hpp"

#include <iterator>

namespace kith::posts {

std::string_view stored(Reaction reaction) {
    switch (reaction) {
        case Reaction::with_you: return "with_you";
        case Reaction::been_there: return "been_there";
        case Reaction::thank_you: return "thank_you";
        case Reaction::this_helped: return "this_helped";
    }
    return {};
}

std::string_view in_words(Reaction reaction) {
    switch (reaction) {
        case Reaction::with_you: return "With you";
        case Reaction::been_there: return "Been there";
        case Reaction::thank_you: return "Thank you";
        case Reaction::this_helped: return "This helped";
    }
    return {};
}

std::optional<Reaction> reaction_from(std::string_view text) {
    for (auto const reaction : reactions)
        if (stored(reaction) == text) return reaction;
    return std::nullopt;
}

static sql::Statement const delete_reaction{
    "DELETE FROM reactions WHERE post_id = $1 AND person_id = $2 AND kind = $3"};
static sql::Statement const insert_reaction{
    "INSERT INTO reactions (post_id, group_id, person_id, kind, given_at) VALUES ($1, $2, $3, $4, $5) "
    "ON CONFLICT DO NOTHING"};

Toggled toggle(sql::Transaction& transaction, Post const& post, PersonId person, Reaction reaction, Time now) {
    if (transaction.run(delete_reaction, post.id, person, stored(reaction)) > 0) return Toggled::taken_back;
    transaction.run(insert_reaction, post.id, post.group, person, stored(reaction), now);
    return Toggled::given;
}

static sql::Statement const select_of_head{
    "SELECT reactions.post_id, reactions.kind, reactions.person_id, people.name FROM posts "
    "JOIN reactions ON reactions.post_id = posts.id JOIN people ON people.id = reactions.person_id "
    "WHERE posts.id = $1 AND (reactions.person_id = $2 OR posts.author_id = $2 OR EXISTS (SELECT 1 FROM pens "
    "WHERE pens.id = posts.pen_id AND pens.person_id = $2)) ORDER BY people.name, people.id"};
static sql::Statement const select_of_comments{
    "SELECT reactions.post_id, reactions.kind, reactions.person_id, people.name FROM posts "
    "JOIN reactions ON reactions.post_id = posts.id JOIN people ON people.id = reactions.person_id "
    "WHERE posts.thread_id = $1 AND posts.sequence >= $3 AND posts.sequence <= $4 "
    "AND (reactions.person_id = $2 OR posts.author_id = $2 OR EXISTS (SELECT 1 FROM pens "
    "WHERE pens.id = posts.pen_id AND pens.person_id = $2)) ORDER BY people.name, people.id"};

std::vector<Given> given_in_thread(sql::Transaction& transaction, PostId thread, PersonId person, std::int64_t first,
                                   std::int64_t last) {
    auto const read = [](sql::Row const& row) {
        return Given{row.id<Post>(0), reaction_from(row.text(1)).value_or(Reaction::with_you), row.id<Person>(2),
                     row.string(3)};
    };
    auto given = transaction.all(select_of_head, read, thread, person);
    if (first > last) return given;
    auto of_comments = transaction.all(select_of_comments, read, thread, person, first, last);
    std::ranges::move(of_comments, std::back_inserter(given));
    return given;
}

}  // namespace kith::posts
