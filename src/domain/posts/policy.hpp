// Who may do what with a post: always through membership of its group.
#pragma once

#include "domain/call/row.hpp"
#include "domain/posts/held.hpp"
#include "domain/posts/post.hpp"

namespace kith::posts {

struct Policy {
    static Result<PostReader> read(Call&, PostId);
    static Result<PostAnswerer> answer(Call&, PostId);
    static Result<PostEditor> edit(Call&, PostId);
    static Result<PostWithdrawer> withdraw(Call&, PostId);
    static Result<PostHider> hide(Call&, PostId);
    static Result<HeldOwner> decide(Call&, HeldId);
};

// For the row whose path holds {group}: to speak there, and what cannot be said now is kept as a draft.
extern Gate<Speaker> const may_publish;

// For rows whose path holds {post}.
extern Gate<PostReader> const may_read;
extern Gate<PostAnswerer> const may_answer;
extern Gate<PostAnswerer> const may_support;
extern Gate<PostEditor> const may_edit;
extern Gate<PostWithdrawer> const may_withdraw;
extern Gate<PostHider> const may_hide;

// For rows whose path holds {held}: its writer; for all others it is not there.
extern Gate<HeldOwner> const may_decide;

}  // namespace kith::posts
