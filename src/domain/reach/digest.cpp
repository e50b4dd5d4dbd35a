#include "domain/reach/digest.hpp"

namespace kith::reach {

// Of what stands under a pen only the hour is known, and a day may begin within one (Kolkata): then it is shown on both
// days rather than on neither of those that somebody reads.
static sql::Statement const select_written{
    "SELECT posts.id FROM posts JOIN memberships ON memberships.group_id = posts.group_id "
    "WHERE posts.group_id = $1 AND memberships.person_id = $2 AND posts.written_at >= $6 AND posts.written_at < $4 "
    "AND (posts.written_at >= $3 OR posts.pen_id IS NOT NULL) "
    "AND NOT EXISTS (SELECT 1 FROM withdrawals WHERE withdrawals.post_id = posts.id) "
    "AND NOT EXISTS (SELECT 1 FROM hidings WHERE hidings.post_id = posts.id) "
    "ORDER BY posts.written_at, posts.sequence LIMIT $5"};

std::vector<DigestOfGroup> digest(sql::Transaction& transaction, PersonId person, Span span) {
    std::vector<DigestOfGroup> groups;
    for (auto const& choice : choices_of(transaction, person)) {
        DigestOfGroup of{choice.group, choice.group_name, {}, false};
        auto const ids = transaction.all(
            select_written, [](sql::Row const& row) { return row.id<Post>(0); }, choice.group, person, span.first,
            span.end, digest_posts_max + 1, as_told(span.first));
        of.more = ids.size() > digest_posts_max;
        for (auto const& id : ids) {
            if (of.posts.size() == digest_posts_max) break;
            if (auto shown = posts::find_shown(transaction, id)) of.posts.push_back(*std::move(shown));
        }
        if (!of.posts.empty()) groups.push_back(std::move(of));
    }
    return groups;
}

}  // namespace kith::reach
