#include "domain/posts/composer.hpp"

#include "domain/files/chosen.hpp"
#include "domain/posts/held.hpp"
#include "domain/posts/manners.hpp"
#include "domain/posts/store.hpp"
#include "domain/posts/without_name.hpp"
#include "domain/screening/views.hpp"

namespace kith::posts {

namespace {

using html::Seen;

constexpr int status_of_look = 422, status_when_nothing_is_left = 200;

// For the check in the browser, the names that stand on the page anyway.
std::vector<std::string> names_on_page(Company& company) {
    std::vector<std::string> names;
    std::int64_t people = 0;
    for (auto const& each : company.counted()) people += each.people;
    if (people > names_in_page_max) return names;
    for (auto const& named : company.names()) names.push_back(named.name);
    return names;
}

// The rest of the form goes along unseen, so that nothing has to be chosen again.
html::View::List other_fields(Call const& call, screening::Asked const& asked) {
    html::View::List fields;
    auto const put = [&](std::string_view name, std::string value) {
        html::View field;
        field.text("field_name", std::string{name}).text("field_value", std::move(value));
        fields.push_back(std::move(field));
    };
    auto const add = [&](std::string_view name) {
        if (auto const value = call.form.find(name)) put(name, std::string{*value});
    };
    for (std::string_view const name : {"topic", "asks", "quoted", "version", "poll_kind", "poll_anonymous",
                                        "poll_days", "wants", "by", "reach", "field"})
        add(name);
    for (auto const name : manner_fields) add(name);
    add(screening::hold_field);
    add(screening::paused_field);
    files::add_fields(fields, call.form, asked.lines);
    add(written_as_field);
    if (!asked.looked_before.empty()) put("looked", asked.looked_before);
    if (!asked.besides.empty()) put(few_seen_field, screening::looked_at(asked.words));
    return fields;
}

}  // namespace

void add_composer(Call& call, html::View& view, Company& company, DraftPlace place, std::string_view draft) {
    screening::Where where{company.group()};
    if (place.kind == DraftPlace::Kind::post) where.changed = PostId{place.id};
    view.text("place", place.text(), Seen::by_templates_only);
    view.text("person", call.viewer().person.text(), Seen::by_templates_only);
    view.text("words_are", call.refusal ? "sent" : draft.empty() ? "" : "kept", Seen::by_templates_only);
    view.flag("draft_is_back", !call.refusal && !draft.empty(), Seen::by_templates_only);
    view.text("surroundings", screening::surroundings(call, where, names_on_page(company)), Seen::by_templates_only);
}

void keep_unsaid(Call const& call, DraftPlace place, GroupId group) {
    auto const body = call.form.value("body");
    if (body.empty() || body.size() > post_bytes_max) return;
    call.services.later(
        [person = call.viewer().person, place = place.text(), group, body = std::string{body},
         now = call.now](sql::Transaction& transaction) { keep_draft(transaction, person, place, group, body, now); });
}

Answer look_again(Call& call, Company& company, LookForm form, html::View audience, screening::Asked const& asked) {
    html::View view;
    screening::add_look(view, asked);
    view.text("action", std::move(form.action), Seen::by_templates_only);
    view.text("send_label", std::move(form.send_label), Seen::by_templates_only);
    view.text("back", std::move(form.back), Seen::by_templates_only);
    view.text("back_label", std::move(form.back_label), Seen::by_templates_only);
    view.flag("may_hold", form.may_hold, Seen::by_templates_only).flag("may_keep", true, Seen::by_templates_only);
    view.list("fields", other_fields(call, asked), Seen::by_templates_only);
    add_composer(call, view, company, form.place, {});
    view.child("audience", std::move(audience), Seen::by_templates_only);
    bool const asks = asked.looked.look.things() > 0 || asked.pause || !asked.besides.empty();
    return Page{"look", std::move(view), asks ? status_of_look : status_when_nothing_is_left};
}

static Answer look_at_post(Call& call, Group const& group, LookForm form, screening::Asked const& asked) {
    Company company{call.transaction(), group.id};
    auto audience = audience_view(company, group);
    return look_again(call, company, std::move(form), std::move(audience), asked);
}

Answer look_again(Call& call, Membership const& membership, screening::Asked const& asked) {
    auto const& group = membership.group;
    auto const page = "/groups/" + group.id.text();
    return look_at_post(
        call, group,
        {page + "/posts", "Post to " + group.name, page, group.name, {DraftPlace::Kind::group, group.id.bytes}, true},
        asked);
}

Answer look_again(Call& call, Membership const& membership, screening::Asked const& asked, std::string action,
                  std::string back) {
    auto const& group = membership.group;
    return look_at_post(call, group,
                        {std::move(action),
                         "Post to " + group.name,
                         std::move(back),
                         group.name,
                         {DraftPlace::Kind::group, group.id.bytes}},
                        asked);
}

Answer look_again(Call& call, PostInGroup const& under, screening::Asked const& asked) {
    auto const head = under.post.head();
    auto const page = "/posts/" + head.text();
    return look_at_post(call, under.membership.group,
                        {"/posts/" + under.post.id.text() + "/comments",
                         "Answer",
                         page,
                         "Back to the post",
                         {DraftPlace::Kind::thread, head.bytes},
                         true},
                        asked);
}

Answer look_again_at_change(Call& call, PostInGroup const& changed, screening::Asked const& asked) {
    auto const page = "/posts/" + changed.post.id.text();
    return look_at_post(
        call, changed.membership.group,
        {page, "Keep the change", page + "/edit", "Back to the post", {DraftPlace::Kind::post, changed.post.id.bytes}},
        asked);
}

}  // namespace kith::posts
