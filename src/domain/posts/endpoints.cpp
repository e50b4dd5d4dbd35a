// Writing: what the forms of a group and a thread send.
#include "domain/posts/endpoints.hpp"

#include <charconv>

#include "base/text.hpp"
#include "domain/files/endpoints.hpp"
#include "domain/files/store.hpp"
#include "domain/groups/store.hpp"
#include "domain/posts/beside.hpp"
#include "domain/posts/choices.hpp"
#include "domain/posts/company.hpp"
#include "domain/posts/composer.hpp"
#include "domain/posts/drafts.hpp"
#include "domain/posts/held.hpp"
#include "domain/posts/saying.hpp"
#include "domain/posts/store.hpp"
#include "domain/posts/without_name.hpp"
#include "platform/html/markdown.hpp"

namespace kith::posts {

namespace {

Of of(Post const& post) { return post.is_head() ? Of::head : Of::answer; }

// A form without the field (a program's) means the post as it is.
std::int64_t version_from(http::Form const& form, std::int64_t otherwise) {
    auto const text = form.value("version");
    std::int64_t version = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), version);
    return version;
}

// The group in which somebody may keep words at this place; nothing where they may not, or it is not there.
std::optional<GroupId> group_of(Call& call, DraftPlace place) {
    auto& transaction = call.transaction();
    auto const person = call.viewer().person;
    GroupId group{place.id};
    if (place.kind != DraftPlace::Kind::group && place.kind != DraftPlace::Kind::ask) {
        auto const post = find(transaction, PostId{place.id});
        bool const fits = post && (place.kind == DraftPlace::Kind::thread ? post->is_head() : post->writer() == person);
        if (!fits) return std::nullopt;
        group = post->group;
    }
    if (!groups::find_membership(transaction, group, person)) return std::nullopt;
    return group;
}

pens::SaysWork says_work(Manner const& manner) {
    return manner.speaks_as == SpeaksAs::self ? pens::SaysWork::no : pens::SaysWork::yes;
}

template <class Grant>
Slow look_ahead_at(Call& call, Grant const& grant, std::vector<std::string> const& lines = {}) {
    auto words = checked_words(words_in(call.form));
    return words ? screening::look_ahead(call, where_of(grant), *std::move(words), lines) : Slow{};
}

// With what came beside the words.
template <class Grant>
Slow look_ahead_with_files(Call& call, Grant const& grant) {
    return files::keep_sent(call, {.group = where_of(grant).group},
                            look_ahead_at(call, grant, files::words_in(call.form)));
}

// What the app is about to refuse because the disk is full is kept for its writer.
void keep_where_no_room(Call const& call, DraftPlace place, GroupId group) {
    if (!call.services.has_room()) keep_unsaid(call, place, group);
}

}  // namespace

Slow look_ahead(Call& call, Speaker const& speaker) {
    keep_where_no_room(call, {DraftPlace::Kind::group, speaker->group.id.bytes}, speaker->group.id);
    return look_ahead_with_files(call, speaker);
}
Slow look_ahead(Call& call, PostAnswerer const& answerer) {
    auto const& post = answerer->post;
    keep_where_no_room(call, {DraftPlace::Kind::thread, post.head().bytes}, post.group);
    return look_ahead_with_files(call, answerer);
}
Slow look_ahead(Call& call, PostEditor const& editor) {
    keep_where_no_room(call, {DraftPlace::Kind::post, editor->post.id.bytes}, editor->post.group);
    return look_ahead_at(call, editor, files::words_in(call.form));
}
Slow look_ahead(Call& call, HeldOwner const& owner) { return look_ahead_of(call, owner); }

Result<Answer> publish(Call& call, Speaker const& speaker) {
    auto words = TRY(checked_words(words_in(call.form)));
    auto const draft = TRY(draft_from(call, Of::head, speaker->group.id, words));
    auto const held_until = TRY(hold_until(call));
    auto const looked =
        look_at_writers(call, *speaker, draft.written_as, says_work(draft.manner),
                        screening::look(call, where_of(speaker), std::move(words), files::words_of(draft.files)));
    if (auto const* asked = std::get_if<screening::Asked>(&looked)) return look_again(call, *speaker, *asked);
    auto const& screened = std::get<screening::Screened>(looked);
    if (held_until) {
        TRY(hold(call, speaker->group.id, {}, screened.words(), draft.files, *held_until));
        return Done{"/groups/" + speaker->group.id.text() + "#held"};
    }
    auto const post = TRY(publish(call, speaker, screened, draft));
    return Done{"/posts/" + post.id.text(), post.id.text()};
}

Result<Answer> comment(Call& call, PostAnswerer const& answerer) {
    auto words = TRY(checked_words(call.form.value("body")));
    auto const draft = TRY(draft_from(call, Of::answer, answerer->post.group, words));
    auto const held_until = TRY(hold_until(call));
    auto const looked =
        look_at_writers(call, answerer->membership, draft.written_as, says_work(draft.manner),
                        screening::look(call, where_of(answerer), std::move(words), files::words_of(draft.files)));
    if (auto const* asked = std::get_if<screening::Asked>(&looked)) return look_again(call, *answerer, *asked);
    auto const& screened = std::get<screening::Screened>(looked);
    if (held_until) {
        TRY(hold(call, answerer->post.group, answerer->post.id, screened.words(), draft.files, *held_until));
        return Done{"/posts/" + answerer->post.head().text() + "#held"};
    }
    auto const post = TRY(comment(call, answerer, screened, draft));
    return Done{"/posts/" + post.head().text() + "#post-" + post.id.text(), post.id.text()};
}

Result<Answer> say_held(Call& call, HeldOwner const& owner) { return Done{say_now(call, owner)}; }

Result<Answer> take_back_held(Call& call, HeldOwner const& owner) { return Done{take_back(call, owner)}; }

Result<Answer> support(Call& call, PostAnswerer const& answerer) {
    auto const reaction = reaction_from(call.form.value("kind"));
    if (!reaction) return fail(Error::invalid("kind", "Choose one of the words of support."));
    TRY(support(call, answerer, *reaction));
    return Done{place_of(call.transaction(), answerer->post)};
}

Result<Answer> show_edit(Call& call, PostEditor const& editor) {
    auto const& post = editor->post;
    Company company{call.transaction(), post.group};
    html::View view;
    view.text("id", post.id.text()).text("group_name", editor->membership.group.name);
    view.number("version", post.version);
    view.text("back", place_of(call.transaction(), post), html::Seen::by_templates_only);
    add_composer(call, view, company,
                 {.place = {DraftPlace::Kind::post, post.id.bytes},
                  .label = "Your words",
                  .send_label = "Keep the change",
                  .words = post.body,
                  .rows = 8});
    auto const manner = manner_of(call.transaction(), post.id);
    add_manner_form(call, view, manner.answers_go ? Of::head : Of::answer, manner);
    view.null("holding").null("signing");
    files::add_changeable(call, view, files::of(call.transaction(), post.id), "/posts/" + post.id.text());
    // After a conflict: what it says now, beside the words that were sent.
    bool const came_back = call.refusal && call.refusal->faults.empty();
    view.markup("now_html", came_back ? html::markdown(post.body) : html::Markup{}, html::Seen::by_templates_only);
    view.child("audience", audience_view(company, editor->membership.group));
    return Page{"edit_post", std::move(view)};
}

Result<Answer> edit(Call& call, PostEditor const& editor) {
    auto const version = version_from(call.form, editor->post.version);
    auto words = TRY(checked_words(call.form.value("body")));
    auto const before = manner_of(call.transaction(), editor->post.id);
    auto manner = TRY(read_manner(call.form, of(editor->post), editor->post.moment(call.now), before));
    // Who answered must have been able to read that their answer goes too.
    if (!before.answers_go) manner.answers_go = false;
    auto const& pen = editor->post.pen;
    auto const looked =
        look_at_writers(call, editor->membership, pen ? pen->written_as() : WrittenAs::own_name, says_work(manner),
                        screening::look(call, where_of(editor), std::move(words), files::words_in(call.form)));
    if (auto const* asked = std::get_if<screening::Asked>(&looked)) return look_again_at_change(call, *editor, *asked);
    auto const& screened = std::get<screening::Screened>(looked);
    auto const attached = files::of(call.transaction(), editor->post.id);
    auto const changes = TRY(files::changes_in(call.form, attached, screened.lines()));
    TRY(edit(call, editor, screened, manner, changes, version));
    return Done{place_of(call.transaction(), editor->post)};
}

Result<Answer> show_withdraw(Call& call, PostWithdrawer const& withdrawer) {
    html::View view;
    view.text("id", withdrawer->post.id.text());
    view.flag("has_answers", withdrawer->post.comment_count > 0);
    view.text("back", place_of(call.transaction(), withdrawer->post), html::Seen::by_templates_only);
    return Page{"withdraw_post", std::move(view)};
}

Result<Answer> confirm_withdrawal(Call& call, PostWithdrawer const& withdrawer) {
    TRY(withdraw(call, withdrawer));
    return Done{place_of(call.transaction(), withdrawer->post)};
}

Result<Answer> begin_file(Call& call, Speaker const& speaker) {
    return files::begin_at(call, {.group = speaker->group.id});
}

// A program keeps words again and again under the key of one form, so it gets an answer that is not remembered.
Result<Answer> keep_words(Call& call, SignedIn const&) {
    auto const place = DraftPlace::parse(call.form.value("place"));
    auto const group = place ? group_of(call, *place) : std::nullopt;
    if (!group) return fail(Error::not_found());
    auto const body = words_in(call.form);
    if (body.size() > post_bytes_max)
        return fail(Error::invalid("body", "This is too long to keep here. Keep it under 60,000 characters."));
    keep_draft(call.transaction(), call.viewer().person, place->text(), *group, {body, kept_with_draft(call.form)},
               call.now);
    if (!call.request.wants_json()) return Done{place->page()};
    html::View view;
    view.text("place", place->text()).flag("kept", !text::trim(body).empty());
    return Fragment{"draft_kept", std::move(view)};
}

Result<Answer> show_presence(Call& call, Reader const& reader) {
    groups::set_presence(call.transaction(), reader->group.id, call.viewer().person, call.form.value("shows") == "yes");
    return Done{"/groups/" + reader->group.id.text()};
}

}  // namespace kith::posts
