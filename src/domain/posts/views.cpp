#include "domain/posts/views.hpp"

#include <fmt/format.h>

#include "platform/html/markdown.hpp"

namespace kith::posts {

namespace {

groups::MemberLine const* find_member(std::vector<groups::MemberLine> const& members, std::optional<PersonId> person) {
    if (!person) return nullptr;
    for (auto const& member : members)
        if (member.person == *person) return &member;
    return nullptr;
}

}  // namespace

html::View post_view(Shown const& shown, std::vector<groups::MemberLine> const& members, std::int64_t seen_sequence) {
    auto const& post = shown.post;
    bool const gone = post.withdrawn || post.hidden;
    html::View view;
    view.text("id", post.id.text());
    view.text("thread", post.head().text());
    view.text("author", shown.author_name.empty() ? "A former member" : shown.author_name);
    auto const* author = find_member(members, post.author);
    view.text("author_capacity", author ? std::string{in_words(author->capacity)} : std::string{});
    view.text("written_at", iso(post.written_at)).text("written_in_words", in_words(post.written_at));
    view.text("body", gone ? std::string{} : post.body);
    view.markup("body_html", gone ? html::Markup{} : html::markdown(post.body));
    view.flag("edited", post.edited_at.has_value());
    view.flag("withdrawn", post.withdrawn).flag("hidden", post.hidden);
    view.flag("asks", post.asks).flag("unanswered", post.asks && post.comment_count == 0);
    view.text("topic", shown.topic_name);
    view.number("comment_count", post.comment_count);
    view.text("comments_in_words",
              post.comment_count == 1 ? std::string{"1 answer"} : fmt::format("{} answers", post.comment_count));
    view.flag("is_new", post.active_sequence > seen_sequence);
    view.text("quoted_author", shown.quoted_author).text("quoted_body", shown.quoted_body);
    return view;
}

html::View audience_view(Group const& group, std::vector<groups::MemberLine> const& members) {
    html::View view;
    auto const count = static_cast<std::int64_t>(members.size());
    view.number("people_count", count);
    view.text("people_in_words", count == 1 ? std::string{"Only you"} : fmt::format("{} people", count));
    view.text("group_name", group.name);
    std::string by_capacity;
    for (auto const capacity : capacities) {
        std::int64_t found = 0;
        for (auto const& member : members) found += member.capacity == capacity;
        if (found == 0) continue;
        if (!by_capacity.empty()) by_capacity += ", ";
        by_capacity += counted(capacity, found);
    }
    view.text("capacities_in_words", by_capacity);
    html::View::List people;
    for (auto const& member : members) {
        html::View line;
        line.text("name", member.name).text("capacity", std::string{in_words(member.capacity)});
        people.push_back(std::move(line));
    }
    view.list("people", std::move(people));
    return view;
}

}  // namespace kith::posts
