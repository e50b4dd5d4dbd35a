#include "domain/glass/endpoints.hpp"

#include "domain/groups/found.hpp"
#include "domain/posts/company.hpp"
#include "domain/posts/store.hpp"
#include "domain/posts/views.hpp"

namespace kith::glass {

namespace {

html::View glass_view(Glass const& glass, Call& call) {
    auto const me = call.viewer().person;
    html::View view;
    view.text("id", glass.id.text()).text("group_number", glass.group.text());
    view.text("asked_by", glass.asked_by_name).text("request_reason", glass.reason);
    view.text("asked_at", iso(glass.asked_at)).text("asked_in_words", in_words(glass.asked_at));
    view.text("agreed_by", glass.agreed_by_name);
    view.text("until", glass.until ? iso(*glass.until) : std::string{});
    view.text("until_in_words", glass.until ? in_words(*glass.until) : std::string{});
    view.flag("waits", glass.waits(call.now)).flag("open", glass.is_open(call.now));
    view.flag("by_me", glass.asked_by == me, html::Seen::by_templates_only);
    view.flag("may_agree", glass.waits(call.now) && glass.asked_by != me, html::Seen::by_templates_only);
    view.flag("may_read", glass.is_open(call.now) && glass.is_one_of_two(me), html::Seen::by_templates_only);
    return view;
}

// What every page shows that is read through the glass: whose it is, and until when.
void add_head(html::View& view, GlassReader const& reader, Group const& group) {
    view.text("glass_id", reader->id.text()).text("group_name", group.name);
    view.text("until", iso(*reader->until)).text("until_in_words", in_words(*reader->until));
}

// As a plain member would see it, without anything to press.
html::View post_through_glass(posts::Shown const& shown, posts::Company& company) {
    return posts::post_view(shown, company, posts::Onlooker{});
}

}  // namespace

Result<Answer> show_glass(Call& call, AsHost const&) {
    html::View view;
    html::View::List list;
    for (auto const& glass : all_since(call.transaction(), call.now - glass_listed))
        list.push_back(glass_view(glass, call));
    view.list("requests", std::move(list));
    view.text("group", call.field("group"), html::Seen::by_templates_only).text("group_fault", call.fault("group"));
    view.text("reason", call.field("reason"), html::Seen::by_templates_only);
    view.text("reason_fault", call.fault("reason"));
    view.number("hours", glass_lasts.count()).number("days", glass_waits.count());
    return Page{"glass", std::move(view)};
}

Result<Answer> ask_for_glass(Call& call, AsHost const& host) {
    TRY(ask_confirmed(call));
    auto const id = TRY(ask(call, host, call.form.value("group"), call.form.value("reason")));
    return Done{"/glass", id.text()};
}

Result<Answer> agree_to_glass(Call& call, GlassAgreer const& agreer) {
    TRY(ask_confirmed(call));
    TRY(agree(call, agreer));
    return Done{"/glass"};
}

Result<Answer> end_glass(Call& call, GlassReader const& reader) {
    end(call, reader);
    return Done{"/glass"};
}

Result<Answer> read_group(Call& call, GlassReader const& reader) {
    auto& transaction = call.transaction();
    auto const group = groups::find(transaction, reader->group);
    if (!group) return fail(Error::not_found());
    auto const page = posts::threads(transaction, group->id, std::nullopt, position_from(call.form));
    posts::Company company{transaction, group->id};
    html::View view;
    add_head(view, reader, *group);
    html::View::List list;
    for (auto const& shown : page.things) list.push_back(post_through_glass(shown, company));
    view.list("posts", std::move(list));
    add_paging(view, page.older, page.newer, "/glass/" + reader->id.text() + "?");
    return Page{"glass_group", std::move(view)};
}

Result<Answer> read_thread(Call& call, GlassReader const& reader) {
    auto& transaction = call.transaction();
    auto const id = TRY(call.id<Post>("post"));
    auto const group = groups::find(transaction, reader->group);
    auto const shown = posts::find_shown(transaction, id);
    // A thread of this group and no other.
    if (!group || !shown || shown->post.group != reader->group || !shown->post.is_head())
        return fail(Error::not_found());
    auto const page = posts::comments(transaction, id, position_from(call.form));
    posts::Company company{transaction, group->id};
    html::View view;
    add_head(view, reader, *group);
    view.child("post", post_through_glass(*shown, company));
    html::View::List list;
    for (auto const& comment : page.things) list.push_back(post_through_glass(comment, company));
    view.list("comments", std::move(list));
    add_paging(view, page.older, page.newer, "/glass/" + reader->id.text() + "/posts/" + id.text() + "?");
    return Page{"glass_thread", std::move(view)};
}

}  // namespace kith::glass
