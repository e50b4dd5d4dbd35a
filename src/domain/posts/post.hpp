// A post: what a member says in a group. The head of a thread, or a comment under one.
//
// Comments are one level deep; to answer a comment, quote it. What becomes of a
// post (withdrawn, hidden) is a row beside it with who and when, not a flag.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "base/time.hpp"
#include "domain/call/granted.hpp"
#include "domain/groups/group.hpp"
#include "domain/ids.hpp"
#include "domain/pens/pen.hpp"

namespace kith {

inline constexpr std::size_t post_bytes_max = 64 * 1024;
inline constexpr std::size_t threads_on_a_page = 20;
inline constexpr std::size_t comments_on_a_page = 50;
inline constexpr std::size_t quote_characters_max = 280;
inline constexpr std::size_t drafts_of_person_max = 100;  // the oldest go first
inline constexpr std::chrono::minutes visit_gap{30};      // a longer silence between two pages ends a visit

struct Post {
    PostId id;
    GroupId group;
    std::optional<PostId> thread;  // nothing: this is the head of a thread
    std::optional<TopicId> topic;
    // Whom pages name; nothing: somebody who left and took their name along, or a pen.
    std::optional<PersonId> author;
    std::optional<Pen> pen{};
    std::optional<PostId> quoted;
    std::string body;   // Markdown; empty once withdrawn
    bool asks = false;  // its author marked it as a question
    Time written_at;
    std::int64_t version = 1;
    std::optional<Time> edited_at;
    std::int64_t sequence = 0;          // when it was written, in the group's count
    std::int64_t active_sequence = 0;   // when it or its comments last moved
    std::int64_t changed_sequence = 0;  // when it last changed
    std::int64_t comment_count = 0;
    std::int64_t file_count = 0;
    bool withdrawn = false;
    bool hidden = false;
    bool quarantined = false;  // hidden, and out of sight for its writer and the facilitators too

    PostId head() const { return thread.value_or(id); }
    bool is_head() const { return !thread.has_value(); }
    // Who wrote it, under whatever name: for what the writer alone gets or may do, never for a page.
    std::optional<PersonId> writer() const { return pen ? pen->holder : author; }
    // Of a hidden post only its writer and the facilitators; of a quarantined one nobody.
    bool readable_to(bool its_writer, bool facilitates) const {
        return !withdrawn && !quarantined && (!hidden || its_writer || facilitates);
    }
    // As sharply as it is told when something became of it.
    Time moment(Time now) const { return pen ? as_told(now) : now; }
};

// A post with the membership through which it was loaded.
struct PostInGroup {
    Post post;
    Membership membership;
};

namespace posts {
struct Policy;
}

struct ReadPost {
    using Policy = posts::Policy;
};
struct AnswerPost {
    using Policy = posts::Policy;
};  // a member who accepted the agreement; the thread is open
struct EditPost {
    using Policy = posts::Policy;
};  // its author, who accepted the agreement
struct WithdrawPost {
    using Policy = posts::Policy;
};  // its author, agreed or not
struct HidePost {
    using Policy = posts::Policy;
};  // a facilitator who did not write it

using PostReader = Granted<ReadPost, PostInGroup>;
using PostAnswerer = Granted<AnswerPost, PostInGroup>;
using PostEditor = Granted<EditPost, PostInGroup>;
using PostWithdrawer = Granted<WithdrawPost, PostInGroup>;
using PostHider = Granted<HidePost, PostInGroup>;

}  // namespace kith
