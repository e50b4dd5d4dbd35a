#include "domain/posts/actions.hpp"

#include "base/text.hpp"
#include "domain/groups/store.hpp"
#include "domain/posts/store.hpp"

namespace kith::posts {

namespace {

Result<std::string> checked_body(std::string_view body) {
    auto text = text::many_lines(body);
    if (text::trim(text).empty()) return fail(Error::invalid("body", "Write something first."));
    if (text.size() > post_bytes_max)
        return fail(Error::invalid("body", "This is too long for one post. Keep it under 60,000 characters, or split "
                                           "it in two."));
    return text;
}

}  // namespace

Result<Post> publish(Call& call, Speaker const& speaker, Draft draft) {
    Post post;
    post.body = TRY(checked_body(draft.body));
    post.id = PostId::ordered(call.now);
    post.group = speaker->group.id;
    post.topic = draft.topic;
    post.author = call.viewer().person;
    post.asks = draft.asks;
    post.written_at = call.now;
    post.sequence = groups::next_sequence(call.transaction(), post.group);
    add(call.transaction(), post);
    call.announce({.what = Event::What::posted,
                   .group = post.group,
                   .thread = post.id,
                   .post = post.id,
                   .actor = call.viewer().person,
                   .sequence = post.sequence});
    return post;
}

Result<Post> comment(Call& call, PostAnswerer const& under, Draft draft) {
    Post post;
    post.body = TRY(checked_body(draft.body));
    post.id = PostId::ordered(call.now);
    post.group = under->post.group;
    post.thread = under->post.head();
    post.author = call.viewer().person;
    post.quoted = draft.quoted;
    post.written_at = call.now;
    post.sequence = groups::next_sequence(call.transaction(), post.group);
    add(call.transaction(), post);
    note_comment(call.transaction(), *post.thread, post.sequence);
    call.announce({.what = Event::What::commented,
                   .group = post.group,
                   .thread = post.thread,
                   .post = post.id,
                   .actor = call.viewer().person,
                   .sequence = post.sequence});
    return post;
}

}  // namespace kith::posts
