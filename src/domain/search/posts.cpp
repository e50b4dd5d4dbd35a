// Posts and answers: in the groups of who looks, as the page of a group shows them.
#include "domain/posts/store.hpp"
#include "domain/posts/views.hpp"
#include "domain/search/finding.hpp"
#include "platform/html/plain_text.hpp"

namespace kith::search {

namespace {

// From the index outwards, in its order. SQLite follows a CROSS JOIN as it is written; to PostgreSQL it is any join.
static sql::Statement const select_candidates{
    "SELECT found_words.rowid, posts.id, posts.written_at, posts.thread_id, "
    "COALESCE(pen.name, author.name), "
    "COALESCE(posts.topic_id, head.topic_id) "
    "FROM found_words CROSS JOIN findables CROSS JOIN posts "
    "LEFT JOIN people AS author ON author.id = posts.author_id "
    "LEFT JOIN pens AS pen ON pen.id = posts.pen_id "
    "LEFT JOIN posts AS head ON head.id = posts.thread_id "
    "WHERE found_words.words MATCH $1 AND found_words.rowid < $2 AND findables.number = found_words.rowid "
    "AND posts.id = findables.thing_id ORDER BY found_words.rowid DESC LIMIT $3"};

bool fits(sql::Row const& row, Looking const& looking) {
    auto const& question = looking.question;
    bool const is_answer = !row.is_null(3);
    if (question.kind == SearchKind::posts && is_answer) return false;
    if (question.kind == SearchKind::answers && !is_answer) return false;
    if (!question.author.empty() && !is_meant(row.text(4), question.author)) return false;
    return !question.topic || row.maybe_id<Topic>(5) == question.topic;
}

Candidates candidates(sql::Transaction& transaction, Looking const& looking, std::int64_t before, std::size_t most) {
    if (looking.question.kind == SearchKind::messages) return {};
    std::vector<IdBytes> circles;
    for (auto const& group : looking.groups) circles.push_back(group.id.bytes);
    return gather(transaction, looking, select_candidates, circles, before, most,
                  looking.question.is_narrowed() ? Finds::more_than_fits : Finds::what_fits, fits);
}

std::optional<Found> show(sql::Transaction& transaction, Looking const& looking, Candidate const& candidate) {
    PostId const id{candidate.thing};
    if (!posts::find_of_member(transaction, id, looking.person)) return std::nullopt;
    auto const shown = posts::find_shown(transaction, id);
    if (!shown) return std::nullopt;
    auto const group = std::ranges::find(looking.groups, shown->post.group, &groups::Listed::id);
    if (group == looking.groups.end()) return std::nullopt;
    if (!posts::standing_of(*shown, {.person = looking.person}).readable) return std::nullopt;
    if (!looking.question.author.empty() && !is_meant(shown->author_name, looking.question.author)) return std::nullopt;
    Found found;
    found.number = candidate.number;
    found.kind = shown->post.is_head() ? "post" : "answer";
    found.href = "/posts/" + id.text();
    found.author = shown->author_name.empty() ? "A former member" : shown->author_name;
    found.place = group->name;
    found.group = group->id;
    found.written_at = shown->post.written_at;
    found.has_poll = shown->has_poll;
    found.text = html::plain_text(shown->post.body);
    found.about = std::ranges::find(content_notes, shown->manner.note, &Choosable<ContentNote>::value)->to_reader;
    return found;
}

}  // namespace

Source const posts_and_answers{candidates, show};

}  // namespace kith::search
