// What becomes of a post after it was written: changed, with what it said before
// kept for the members; or taken back, which leaves nothing but the place.
//
// Each change takes a number of the group's own count, so that open pages hear of
// it in order and one that was away finds it again.
#pragma once

#include <vector>

#include "domain/posts/post.hpp"
#include "platform/sql/database.hpp"

namespace kith::posts {

// Something about the post changed that pages show (it was hidden, for instance).
// Returns its number in the group's count, for the event.
std::int64_t note_change(sql::Transaction&, Post const&);

// The post says `body` from now on; what it said becomes a version. False when somebody was faster.
bool rewrite(sql::Transaction&, Post const&, std::string_view body, Time now);

// Empties the post and removes its versions, its reactions and the draft of a change.
void take_back(sql::Transaction&, Post const&, Time now);
// The same without a word that its author did it.
void remove_words(sql::Transaction&, Post const&);

struct PostVersion {
    std::int64_t version;
    std::string body;
    Time written_at;
};
// What it said before, newest first.
std::vector<PostVersion> versions(sql::Transaction&, PostId);

}  // namespace kith::posts
