// Reading: the page of a group, of a thread, and of what a post said before.
#include "domain/around/around.hpp"
#include "domain/files/chosen.hpp"
#include "domain/files/store.hpp"
#include "domain/files/views.hpp"
#include "domain/groups/glass.hpp"
#include "domain/groups/store.hpp"
#include "domain/groups/tabs.hpp"
#include "domain/pens/signing.hpp"
#include "domain/posts/cards.hpp"
#include "domain/posts/changes.hpp"
#include "domain/posts/company.hpp"
#include "domain/posts/composer.hpp"
#include "domain/posts/drafts.hpp"
#include "domain/posts/endpoints.hpp"
#include "domain/posts/held.hpp"
#include "domain/posts/manners.hpp"
#include "domain/posts/store.hpp"
#include "domain/posts/views.hpp"
#include "domain/posts/visits.hpp"
#include "platform/html/markdown.hpp"
#include "platform/live/cursor.hpp"

namespace kith::posts {

namespace {

using html::Seen;

// What one holds here oneself, and for how long the next words could be held.
// Where the group lets one choose.
std::string goes_as(Held const& held) {
    auto const form = http::Form::read_query(held.fields).value_or(http::Form{});
    if (!form.has(written_as_field)) return {};
    switch (pens::read_written_as(form).value_or(WrittenAs::own_name)) {
        case WrittenAs::own_name: return "under your own name";
        case WrittenAs::pen_name: return "under your pen-name";
        case WrittenAs::nameless: return "without a name";
    }
    return {};
}

void add_held(Call& call, html::View& view, GroupId group, std::optional<PostId> thread) {
    html::View::List options, list;
    for (auto const& choice : hold_choices) {
        html::View line;
        line.text("value", std::string{choice.stored}).text("words", std::string{choice.words});
        line.flag("chosen", call.field(screening::hold_field) == choice.stored);
        options.push_back(std::move(line));
    }
    html::View holding;
    holding.list("hold_options", std::move(options)).text("hold_fault", call.fault(screening::hold_field));
    view.child("holding", std::move(holding), Seen::by_templates_only);
    for (auto const& held : held_at(call.transaction(), call.viewer().person, group, thread)) {
        html::View line;
        line.text("held_id", held.id.text()).text("body", held.body).markup("held_html", html::markdown(held.body));
        line.text("said_at", iso(held.said_at)).text("said_in_words", in_words(held.said_at));
        line.text("goes_as", goes_as(held));
        list.push_back(std::move(line));
    }
    view.list("held", std::move(list));
}

// All of a composer in a group; before whatever else its form shows.
void add_writing(Call& call, html::View& view, Company& company, Composer composer, Membership const& membership) {
    auto const of = composer.place.kind == DraftPlace::Kind::group ? Of::head : Of::answer;
    add_composer(call, view, company, std::move(composer));
    pens::add_signing(call, view, membership);
    add_manner_form(call, view, of);
    files::add_chooser(call, view);
    view.child("audience", audience_view(company, membership.group));
}

void add_topics(Call& call, html::View& view, GroupId group, std::optional<TopicId> chosen) {
    auto const path = "/groups/" + group.text();
    auto const in_form = call.field("topic", chosen ? chosen->text() : std::string{});
    html::View::List list;
    for (auto const& topic : groups::topics(call.transaction(), group)) {
        auto const id = topic.id.text();
        html::View line;
        line.text("href", path + "?topic=" + id, Seen::by_templates_only);
        line.flag("current", chosen == topic.id, Seen::by_templates_only);
        line.flag("chosen", in_form == id, Seen::by_templates_only);
        line.text("name", topic.name).text("id", id);
        list.push_back(std::move(line));
    }
    view.list("topics", std::move(list));
    view.flag("all_topics", !chosen, Seen::by_templates_only);
    view.text("topic_fault", call.fault("topic"), Seen::by_templates_only);
    view.flag("asks_chosen", call.filled() && call.filled()->has("asks"), Seen::by_templates_only);
}

void add_presence(Call& call, html::View& view, Company& company, Membership const& membership) {
    view.list("here", here_view(company, call.services.hub, membership.group.id), Seen::by_templates_only);
    view.flag("shows_presence", membership.shows_presence, Seen::by_templates_only);
    auto const around = around::in_group(call.transaction(), membership.group.id, call.now);
    view.list("around_now", around::around_view(around, call.now));
}

// The post that ?quote=ID names, when it stands in this thread and can be read.
void add_quoting(Call& call, html::View& view, PostId thread) {
    auto const wanted = PostId::parse(call.field("quoted", call.form.value("quote")));
    auto const shown = wanted ? find_shown(call.transaction(), *wanted) : std::nullopt;
    bool const fits = shown && shown->post.head() == thread && !shown->post.withdrawn && !shown->post.hidden;
    if (fits)
        view.child("quoting", quote_view(*shown), Seen::by_templates_only);
    else
        view.null("quoting");
}

// Heard up to this page: the stream goes on from here.
std::string heard(Group const& group) { return live::text_of({{group.id.bytes}, group.sequence}); }

// The threads: for a program all that their views say, for a page the cards made from it.
html::View::List listed(Call const& call, PageOf const& page, Company& company, Onlooker const& onlooker) {
    html::View::List list;
    for (auto const& shown : page.things)
        if (call.request.wants_json())
            list.push_back(post_view(shown, company, onlooker));
        else
            list.emplace_back().markup("card_html", card(shown, company, onlooker), Seen::by_templates_only);
    return list;
}

}  // namespace

Result<Answer> show_group(Call& call, Reader const& reader) {
    auto& transaction = call.transaction();
    auto const& group = reader->group;
    auto const path = "/groups/" + group.id.text();
    auto const topic = TopicId::parse(call.form.value("topic"));
    auto const page = threads(transaction, group.id, topic, position_from(call.form));
    Company company{transaction, group.id};
    Onlooker const onlooker{call.viewer().person, reader->facilitates(), note_visit(call, group, Looked::at_group),
                            NewBy::answers_too};

    html::View view;
    view.text("id", group.id.text()).text("name", group.name).flag("facilitates", reader->facilitates());
    groups::add_tabs(view, *reader, "talk", call.transaction());
    groups::add_glass(view, transaction, group.id, call.now);
    view.list("posts", listed(call, page, company, onlooker));
    add_paging(view, page.older, page.newer, topic ? path + "?topic=" + topic->text() + "&" : path + "?");
    add_writing(call, view, company,
                {.place = {DraftPlace::Kind::group, group.id.bytes},
                 .label = "What is on your mind?",
                 .send_label = "Post to " + group.name,
                 .hint = "No names, no places, nothing that could be one family."},
                *reader);
    call.services.under_head.add_form(call, view, group.id);
    add_topics(call, view, group.id, topic);
    add_held(call, view, group.id, {});
    add_presence(call, view, company, *reader);
    view.text("after", heard(group), Seen::by_templates_only);
    return Page{"group", std::move(view)};
}

Result<Answer> show_thread(Call& call, PostReader const& reader) {
    auto const& post = reader->post;
    auto const& group = reader->membership.group;
    if (!post.is_head()) return Done{place_of(call.transaction(), post)};
    auto& transaction = call.transaction();
    auto const shown = find_shown(transaction, post.id);
    if (!shown) return fail(Error::not_found());
    auto const page = comments(transaction, post.id, position_from(call.form));
    Company company{transaction, group.id};
    Onlooker const onlooker{call.viewer().person, reader->membership.facilitates(),
                            note_visit(call, group, Looked::at_thread)};
    auto const first = page.things.empty() ? 1 : page.things.front().post.sequence;
    auto const last = page.things.empty() ? 0 : page.things.back().post.sequence;
    auto const given = given_in_thread(transaction, post.id, *onlooker.person, first, last);
    auto const full_view = [&](Shown const& each) {
        auto each_view = post_view(each, company, onlooker);
        add_support(each_view, each.post, given, onlooker);
        return each_view;
    };

    html::View view;
    view.text("group_id", group.id.text()).text("group_name", group.name);
    view.child("post", full_view(*shown));
    bool const readable = standing_of(*shown, onlooker).readable;
    if (readable)
        call.services.under_head.add(call, view, post.id);
    else
        view.null("poll");
    html::View::List list;
    for (auto const& comment : page.things) list.push_back(full_view(comment));
    view.list("comments", std::move(list));
    add_paging(view, page.older, page.newer, "/posts/" + post.id.text() + "?");
    view.text("thread_id", post.id.text(), Seen::by_templates_only);
    auto const thread_author = shown->author_name.empty() ? std::string{"a former member"} : shown->author_name;
    bool const answers_self = post.writer() == onlooker.person;
    view.text("thread_author", thread_author, Seen::by_templates_only);
    groups::add_tabs(view, reader->membership, "talk");
    view.flag("open", !post.withdrawn && !post.hidden, Seen::by_templates_only);
    add_writing(call, view, company,
                {.place = {DraftPlace::Kind::thread, post.id.bytes},
                 .label = "Your answer",
                 .send_label = answers_self ? "Add an answer" : "Answer " + thread_author},
                reader->membership);
    add_held(call, view, group.id, post.id);
    add_quoting(call, view, post.id);
    add_presence(call, view, company, reader->membership);
    view.text("after", heard(group), Seen::by_templates_only);
    return Page{"thread", std::move(view)};
}

namespace {

// What of a post's files its reader may see: all, or none.
std::vector<AttachedFile> files_seen(Call& call, PostReader const& reader) {
    auto const& post = reader->post;
    bool const seen = post.readable_to(post.writer() == call.viewer().person, reader->membership.facilitates());
    return seen ? files::of(call.transaction(), post.id) : std::vector<AttachedFile>{};
}

}  // namespace

Result<Answer> show_file(Call& call, PostReader const& reader) {
    return files::show_file(call, files_seen(call, reader), "/posts/" + reader->post.id.text());
}

Result<Answer> give_picture(Call& call, PostReader const& reader) {
    return files::give_version(call, files_seen(call, reader));
}

Result<Answer> show_history(Call& call, PostReader const& reader) {
    auto const& post = reader->post;
    bool const readable = post.readable_to(post.writer() == call.viewer().person, reader->membership.facilitates());
    if (!readable) return fail(Error::forbidden(std::string{"There is nothing to read here any more."}));
    Company company{call.transaction(), post.group};
    html::View view;
    view.text("id", post.id.text());
    view.text("back", place_of(call.transaction(), post), Seen::by_templates_only);
    view.text("body", post.body).markup("body_html", html::markdown(post.body, company.mentionable(post.body)));
    auto const since = post.edited_at.value_or(post.written_at);
    view.text("written_at", iso(since)).text("written_in_words", in_words(since));
    html::View::List list;
    for (auto const& version : versions(call.transaction(), post.id)) {
        html::View line;
        line.number("version", version.version).text("body", version.body);
        line.markup("body_html", html::markdown(version.body, company.mentionable(version.body)));
        line.text("written_at", iso(version.written_at)).text("written_in_words", in_words(version.written_at));
        list.push_back(std::move(line));
    }
    view.list("versions", std::move(list));
    return Page{"post_history", std::move(view)};
}

}  // namespace kith::posts
