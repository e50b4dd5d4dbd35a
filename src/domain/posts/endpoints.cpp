#include "domain/posts/endpoints.hpp"

#include <charconv>

#include "domain/posts/actions.hpp"
#include "domain/posts/store.hpp"
#include "domain/posts/views.hpp"

namespace kith::posts {

namespace {

// ?older=42 or ?newer=42; anything else is the first page.
Position position_from(http::Form const& query) {
    auto const number = [&](std::string_view field) -> std::optional<std::int64_t> {
        auto const text = query.value(field);
        std::int64_t value = 0;
        auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
        return value;
    };
    if (auto const edge = number("older")) return {Position::Side::older_than, *edge};
    if (auto const edge = number("newer")) return {Position::Side::newer_than, *edge};
    return {};
}

void add_paging(html::View& view, PageOf const& page, std::string const& path) {
    auto const link = [&](std::string_view side, std::int64_t edge) {
        return path + "?" + std::string{side} + "=" + std::to_string(edge);
    };
    if (page.older) view.text("older", link("older", *page.older));
    else view.null("older");
    if (page.newer) view.text("newer", link("newer", *page.newer));
    else view.null("newer");
}

Draft draft_from(http::Form const& form) {
    Draft draft;
    draft.body = std::string{form.value("body")};
    if (auto const topic = TopicId::parse(form.value("topic"))) draft.topic = *topic;
    if (auto const quoted = PostId::parse(form.value("quoted"))) draft.quoted = *quoted;
    draft.asks = form.has("asks");
    return draft;
}

}  // namespace

Result<Answer> show_group(Call& call, Reader const& reader) {
    auto& transaction = call.transaction();
    auto const& group = reader->group;
    auto const members = groups::members(transaction, group.id);
    auto const page = threads(transaction, group.id, std::nullopt, position_from(call.form));
    auto const visit = groups::find_visit(transaction, group.id, call.viewer().person).value_or(groups::Visit{});
    html::View view;
    view.text("id", group.id.text()).text("name", group.name);
    view.flag("facilitates", reader->facilitates());
    html::View::List posts;
    for (auto const& shown : page.posts) posts.push_back(post_view(shown, members, visit.before_sequence));
    view.list("posts", std::move(posts));
    add_paging(view, page, "/groups/" + group.id.text());
    view.child("audience", audience_view(group, members));
    view.text("body", call.field("body")).text("body_fault", call.fault("body"));
    return Page{"group", std::move(view)};
}

Result<Answer> publish(Call& call, Speaker const& speaker) {
    auto const post = TRY(publish(call, speaker, draft_from(call.form)));
    return Done{"/posts/" + post.id.text(), post.id.text()};
}

Result<Answer> show_thread(Call& call, PostReader const& reader) {
    auto const& post = reader->post;
    auto const& group = reader->membership.group;
    if (!post.is_head()) return Done{"/posts/" + post.head().text() + "#post-" + post.id.text()};
    auto& transaction = call.transaction();
    auto const members = groups::members(transaction, group.id);
    auto const shown = find_shown(transaction, post.id);
    if (!shown) return fail(Error::not_found());
    auto const page = comments(transaction, post.id, position_from(call.form));
    html::View view;
    view.child("post", post_view(*shown, members, post.active_sequence));
    html::View::List list;
    for (auto const& comment : page.posts) list.push_back(post_view(comment, members, comment.post.active_sequence));
    view.list("comments", std::move(list));
    add_paging(view, page, "/posts/" + post.id.text());
    view.text("group_id", group.id.text()).text("group_name", group.name);
    view.child("audience", audience_view(group, members));
    view.text("body", call.field("body")).text("body_fault", call.fault("body"));
    return Page{"thread", std::move(view)};
}

Result<Answer> comment(Call& call, PostAnswerer const& answerer) {
    auto const post = TRY(comment(call, answerer, draft_from(call.form)));
    return Done{"/posts/" + post.head().text() + "#post-" + post.id.text(), post.id.text()};
}

}  // namespace kith::posts
