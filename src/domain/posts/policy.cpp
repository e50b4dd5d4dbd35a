#include "domain/posts/policy.hpp"

#include "domain/groups/store.hpp"
#include "domain/posts/store.hpp"

namespace kith::posts {

namespace {

// The only way to a post: the row of the post and the membership of who asks, or nothing.
Result<PostInGroup> through_membership(Call& call, PostId id) {
    auto post = find(call.transaction(), id);
    if (!post) return fail(Error::not_found());
    auto membership = groups::find_membership(call.transaction(), post->group, call.viewer().person);
    if (!membership) return fail(Error::not_found());
    return PostInGroup{std::move(*post), std::move(*membership)};
}

}  // namespace

Result<PostReader> Policy::read(Call& call, PostId id) { return PostReader{TRY(through_membership(call, id))}; }

Result<PostAnswerer> Policy::answer(Call& call, PostId id) {
    auto found = TRY(through_membership(call, id));
    if (!found.membership.has_agreed())
        return fail(Error::forbidden("The agreement of this group has changed. Read and accept it before you write. "
                                     "Your words are kept."));
    if (found.post.withdrawn || found.post.hidden)
        return fail(Error::conflict("This post has been taken back or hidden. Your words are kept."));
    return PostAnswerer{std::move(found)};
}

Result<PostEditor> Policy::edit(Call& call, PostId id) {
    auto found = TRY(through_membership(call, id));
    if (found.post.author != call.viewer().person)
        return fail(Error::forbidden("Only the person who wrote this can change it."));
    if (found.post.withdrawn) return fail(Error::conflict("You have taken this post back."));
    return PostEditor{std::move(found)};
}

Result<PostHider> Policy::hide(Call& call, PostId id) {
    auto found = TRY(through_membership(call, id));
    if (!found.membership.facilitates()) return fail(Error::forbidden("This is for the facilitators of the group."));
    if (found.post.author == call.viewer().person)
        return fail(Error::forbidden("This is your own post. Take it back instead, or ask another facilitator."));
    return PostHider{std::move(found)};
}

Gate<PostReader> const may_read{Opens::to_member, [](Call& call) -> Result<PostReader> {
                                  return Policy::read(call, TRY(call.id<Post>("post")));
                              }};
Gate<PostAnswerer> const may_answer{Opens::to_member, [](Call& call) -> Result<PostAnswerer> {
                                      return Policy::answer(call, TRY(call.id<Post>("post")));
                                  }};
Gate<PostEditor> const may_edit{Opens::to_author, [](Call& call) -> Result<PostEditor> {
                                  return Policy::edit(call, TRY(call.id<Post>("post")));
                              }};
Gate<PostHider> const may_hide{Opens::to_facilitator, [](Call& call) -> Result<PostHider> {
                                return Policy::hide(call, TRY(call.id<Post>("post")));
                            }};

}  // namespace kith::posts
