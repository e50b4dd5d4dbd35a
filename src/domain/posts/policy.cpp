#include "domain/posts/policy.hpp"

#include "domain/groups/policy.hpp"
#include "domain/groups/store.hpp"
#include "domain/posts/composer.hpp"
#include "domain/posts/drafts.hpp"
#include "domain/posts/store.hpp"

namespace kith::posts {

namespace {

// The only way to a post: through the membership of who asks, or not at all.
Result<PostInGroup> through_membership(Call& call, PostId id) {
    auto post = find_of_member(call.transaction(), id, call.viewer().person);
    if (!post) return fail(Error::not_found());
    auto membership = groups::find_membership(call.transaction(), post->group, call.viewer().person);
    if (!membership) return fail(Error::not_found());
    return PostInGroup{std::move(*post), std::move(*membership)};
}

Error agree_first() {
    return Error::forbidden(
        "The agreement of this group has changed. Read and accept it before you write. "
        "Your words are kept.");
}

}  // namespace

Result<PostReader> Policy::read(Call& call, PostId id) { return PostReader{TRY(through_membership(call, id))}; }

Result<PostAnswerer> Policy::answer(Call& call, PostId id) {
    auto found = TRY(through_membership(call, id));
    if (!found.membership.has_agreed()) return fail(agree_first());
    if (found.post.withdrawn || found.post.hidden)
        return fail(Error::conflict("This post has been taken back or hidden. Your words are kept."));
    return PostAnswerer{std::move(found)};
}

Result<PostEditor> Policy::edit(Call& call, PostId id) {
    auto found = TRY(through_membership(call, id));
    if (found.post.writer() != call.viewer().person)
        return fail(Error::forbidden("Only the person who wrote this can change it."));
    if (found.post.withdrawn) return fail(Error::conflict("You have taken this post back."));
    if (found.post.quarantined)
        return fail(Error::conflict("Facilitators have put this post out of sight. You can take it back."));
    // Also before a changed agreement is accepted: to make one's words safer must never wait.
    return PostEditor{std::move(found)};
}

Result<PostWithdrawer> Policy::withdraw(Call& call, PostId id) {
    auto found = TRY(through_membership(call, id));
    if (found.post.writer() != call.viewer().person)
        return fail(Error::forbidden("Only the person who wrote this can take it back."));
    if (found.post.withdrawn) return fail(Error::conflict("You have taken this post back."));
    return PostWithdrawer{std::move(found)};
}

Result<PostHider> Policy::hide(Call& call, PostId id) {
    auto found = TRY(through_membership(call, id));
    if (!found.membership.facilitates()) return fail(Error::forbidden("This is for the facilitators of the group."));
    if (found.post.writer() == call.viewer().person)
        return fail(Error::forbidden("This is your own post. Take it back instead, or ask another facilitator."));
    return PostHider{std::move(found)};
}

Result<HeldOwner> Policy::decide(Call& call, HeldId id) {
    auto held = find_held(call.transaction(), id);
    if (!held || held->person != call.viewer().person) return fail(Error::not_found());
    if (!groups::find_membership(call.transaction(), held->group, held->person)) return fail(Error::not_found());
    return HeldOwner{std::move(*held)};
}

Gate<PostReader> const may_read{
    Opens::to_member, [](Call& call) -> Result<PostReader> { return Policy::read(call, TRY(call.id<Post>("post"))); }};
Gate<PostAnswerer> const may_answer{Opens::to_member, [](Call& call) -> Result<PostAnswerer> {
                                        auto const id = TRY(call.id<Post>("post"));
                                        auto granted = Policy::answer(call, id);
                                        if (!granted && granted.error().kind != Kind::not_found)
                                            if (auto const post = find(call.transaction(), id))
                                                keep_unsaid(call, {DraftPlace::Kind::thread, post->head().bytes},
                                                            post->group);
                                        return granted;
                                    }};
Gate<PostAnswerer> const may_support{Opens::to_member, [](Call& call) -> Result<PostAnswerer> {
                                         return Policy::answer(call, TRY(call.id<Post>("post")));
                                     }};
Gate<Speaker> const may_publish{Opens::to_member, [](Call& call) -> Result<Speaker> {
                                    auto const id = TRY(call.id<Group>("group"));
                                    auto granted = groups::Policy::speak(call, id);
                                    if (!granted && granted.error().kind == Kind::forbidden)
                                        keep_unsaid(call, {DraftPlace::Kind::group, id.bytes}, id);
                                    return granted;
                                }};
Gate<PostEditor> const may_edit{
    Opens::to_author, [](Call& call) -> Result<PostEditor> { return Policy::edit(call, TRY(call.id<Post>("post"))); }};
Gate<PostWithdrawer> const may_withdraw{Opens::to_author, [](Call& call) -> Result<PostWithdrawer> {
                                            return Policy::withdraw(call, TRY(call.id<Post>("post")));
                                        }};
Gate<PostHider> const may_hide{Opens::to_facilitator, [](Call& call) -> Result<PostHider> {
                                   return Policy::hide(call, TRY(call.id<Post>("post")));
                               }};
Gate<HeldOwner> const may_decide{
    Opens::to_author, [](Call& call) -> Result<HeldOwner> { return Policy::decide(call, TRY(call.id<Held>("held"))); }};

}  // namespace kith::posts
