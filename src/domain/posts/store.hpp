// Posts in the database.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/call/paging.hpp"
#include "domain/files/file.hpp"
#include "domain/posts/manner.hpp"
#include "domain/posts/post.hpp"
#include "platform/sql/database.hpp"

namespace kith::posts {

std::optional<Post> find(sql::Transaction&, PostId);
// The post if this person is in its group, asked in one statement: to others a post that is there and one
// that is not are the same, also in the work they cause.
std::optional<Post> find_of_member(sql::Transaction&, PostId, PersonId member);
void add(sql::Transaction&, Post const&);
// A comment was written: the thread moves to the top and counts it.
void note_comment(sql::Transaction&, Post const& comment);

// A post as a page shows it.
struct Shown {
    Post post;
    std::string author_name;                  // empty when the author took their name along
    std::optional<Capacity> author_capacity;  // nothing when the author is no member any more
    std::string topic_name;
    std::string quoted_author, quoted_body;
    bool quoted_withdrawn = false;
    bool quoted_hidden = false;
    std::optional<PersonId> last_author{};  // of the post or of the last answer under it
    bool answered = false;                  // it asks, and somebody else has answered
    bool has_poll = false;                  // a poll hangs under it
    Manner manner{};
    std::vector<AttachedFile> files{};
};

using PageOf = Paged<Shown>;

// Threads, newest activity first.
PageOf threads(sql::Transaction&, GroupId, std::optional<TopicId>, Position);
// Comments under a thread, oldest first; the newest page when no position is given.
PageOf comments(sql::Transaction&, PostId thread, Position);
std::optional<Shown> find_shown(sql::Transaction&, PostId);
// The path of the page on which a post stands: its thread, at the page of answers that holds it.
std::string place_of(sql::Transaction&, Post const&);
// What changed in a group after a sequence, oldest first, for an open page that was away.
std::vector<Shown> changed_since(sql::Transaction&, GroupId, std::int64_t sequence, std::size_t most);

}  // namespace kith::posts
