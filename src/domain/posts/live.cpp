#include "domain/posts/live.hpp"

#include "domain/groups/store.hpp"
#include "domain/posts/cards.hpp"
#include "domain/posts/company.hpp"
#include "domain/posts/store.hpp"
#include "domain/posts/views.hpp"
#include "platform/html/frame.hpp"

namespace kith::posts {

namespace {

live::CircleId circle_of(GroupId group) { return {group.bytes}; }
live::ListenerId listener_of(PersonId person) { return {person.bytes}; }

std::string_view kind_of(Post const& post, std::int64_t heard) {
    if (post.sequence <= heard) return "changed";
    return post.is_head() ? "post" : "comment";
}

live::Change change_of(Shown const& shown, Company& company, std::int64_t heard) {
    auto const& post = shown.post;
    html::View view;
    view.text("kind", std::string{kind_of(post, heard)});
    view.text("group", post.group.text()).text("thread", post.head().text()).text("id", post.id.text());
    auto const item =
        post.is_head() ? card(shown, company, {}) : html::rendered("answer_item", post_view(shown, company, {}));
    view.text("html", item.text());
    return {post.changed_sequence, "post", view.json()};
}

std::optional<live::Standing> standing(sql::Transaction& transaction, live::CircleId circle, live::ListenerId who) {
    auto const membership = groups::find_membership(transaction, {circle.bytes}, {who.bytes});
    if (!membership) return std::nullopt;
    return live::Standing{membership->group.sequence};
}

std::vector<live::Change> changes(sql::Transaction& transaction, live::CircleId circle, std::int64_t after,
                                  std::size_t most, Time) {
    GroupId const group{circle.bytes};
    Company company{transaction, group};
    std::vector<live::Change> made;
    for (auto const& shown : changed_since(transaction, group, after, most))
        made.push_back(change_of(shown, company, after));
    return made;
}

}  // namespace

live::Source const& live_source() {
    static live::Source const source{standing, changes};
    return source;
}

void tell_pages(Services const& services, Event const& event) {
    auto const whom = event.about.value_or(event.actor);
    switch (event.what) {
        case Event::What::posted:
        case Event::What::commented:
        case Event::What::changed:
            return live::tell({services.database, services.hub, services.now}, live_source(), circle_of(event.group),
                              event.sequence);
        case Event::What::left: return services.hub.part(listener_of(whom), circle_of(event.group));
        case Event::What::session_ended:
            if (event.session) services.hub.end_session(event.session->bytes);
            return;
        case Event::What::person_ended: return services.hub.end_person(listener_of(whom));
        default: return;
    }
}

}  // namespace kith::posts
