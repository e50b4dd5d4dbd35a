// What members do with posts. Each takes the grant that allows it.
#pragma once

#include <optional>
#include <string>

#include "base/result.hpp"
#include "domain/call/call.hpp"
#include "domain/files/changing.hpp"
#include "domain/files/chosen.hpp"
#include "domain/groups/group.hpp"
#include "domain/posts/manner.hpp"
#include "domain/posts/post.hpp"
#include "domain/posts/reactions.hpp"
#include "domain/screening/screening.hpp"

namespace kith::posts {

// Words as they are kept, before anybody has looked at them. Invalid when there is nothing to say or too much.
Result<std::string> checked_words(std::string_view body);

// What goes with the words of a post.
struct Draft {
    std::optional<TopicId> topic;
    std::optional<PostId> quoted;
    bool asks = false;
    WrittenAs written_as = WrittenAs::own_name;
    Manner manner{};
    files::AllChosen files{};
    std::optional<UnderHead::Asked> under{};  // of a new thread
    // Words that do not come from the composer of their place (held words) leave its draft where it is.
    enum class Kept { is_sent, stays } kept = Kept::is_sent;
};

// Begins a thread. Invalid when the topic is not one of the group's, or the group does not allow the name it is
// written under.
Result<Post> publish(Call&, Speaker const&, screening::Screened const&, Draft);
// Answers under a thread. A quote of what does not stand in that thread is left out.
Result<Post> comment(Call&, PostAnswerer const&, screening::Screened const&, Draft);
// Says it differently, and changes or takes away its files. Conflict when the post is not at `version` any more.
// Without a change nothing happens.
Result<void> edit(Call&, PostEditor const&, screening::Screened const&, Manner const&,
                  std::vector<files::Change> const&, std::int64_t version);
// Takes it back: the words are gone, their place in the thread stays.
Result<void> withdraw(Call&, PostWithdrawer const&);
// Gives a reaction of support, or takes it back. Not for one's own post.
Result<void> support(Call&, PostAnswerer const&, Reaction);

}  // namespace kith::posts
