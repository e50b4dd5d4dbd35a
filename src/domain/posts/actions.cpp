#include "domain/posts/actions.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "domain/groups/store.hpp"
#include "domain/pens/signing.hpp"
#include "domain/posts/changes.hpp"
#include "domain/posts/company.hpp"
#include "domain/posts/drafts.hpp"
#include "domain/posts/manners.hpp"
#include "domain/posts/store.hpp"

namespace kith::posts {

namespace {

void forget_draft_of(Call& call, DraftPlace::Kind kind, IdBytes id) {
    forget_draft(call.transaction(), call.viewer().person, DraftPlace{kind, id}.text());
}

// Each other person once; nobody is told of what they did themselves.
void add_mentioned(std::vector<PersonId>& mentioned, PersonId person, PersonId writer) {
    if (person != writer && std::ranges::find(mentioned, person) == mentioned.end()) mentioned.push_back(person);
}

std::vector<PersonId> mentioned_in(Call& call, GroupId group, std::string_view body) {
    std::vector<PersonId> mentioned;
    if (body.find('@') == body.npos) return mentioned;
    for (auto const person : Company{call.transaction(), group}.mentioned_in(body))
        add_mentioned(mentioned, person, call.viewer().person);
    return mentioned;
}

// Notices go to members only; a writer may have left meanwhile.
std::optional<PersonId> member_other_than_writer(Call& call, GroupId group, std::optional<PersonId> person) {
    if (!person || *person == call.viewer().person) return std::nullopt;
    if (!groups::find_membership(call.transaction(), group, *person)) return std::nullopt;
    return person;
}

Event event_of(Event::What what, Post const& post, PersonId actor, std::int64_t sequence) {
    Event event{.what = what};
    event.group = post.group;
    event.thread = post.head();
    event.post = post.id;
    event.actor = actor;
    event.under_pen = post.pen.has_value();
    event.sequence = sequence;
    return event;
}

// Under which name it stands, and when: with a pen not even its id tells more than the hour.
void sign(Call& call, Post& post, std::optional<Pen> pen) {
    post.pen = std::move(pen);
    if (!post.pen) post.author = call.viewer().person;
    post.written_at = post.moment(call.now);
    post.id = PostId::ordered(post.written_at);
}

// With the words themselves: what they told, and what their writer has left as it is.
void remember(Call& call, Post const& post, PersonId writer, screening::Screened const& screened) {
    screening::remember(call.transaction(), post.group, post.id, writer, screened, call.now);
}

}  // namespace

Result<std::string> checked_words(std::string_view body) {
    auto text = text::many_lines(body);
    if (text::trim(text).empty()) return fail(Error::invalid("body", "Write something first."));
    if (text.size() > post_bytes_max)
        return fail(Error::invalid("body",
                                   "This is too long for one post. Keep it under 60,000 characters, or split "
                                   "it in two."));
    return text;
}

Result<Post> publish(Call& call, Speaker const& speaker, screening::Screened const& screened, Draft draft) {
    Post post;
    post.body = screened.words();
    if (draft.under) post.body.resize(std::min(draft.under->words_bytes, post.body.size()));
    post.group = speaker->group.id;
    if (draft.topic) {
        auto const topics = groups::topics(call.transaction(), post.group);
        if (std::ranges::find(topics, *draft.topic, &groups::TopicLine::id) == topics.end())
            return fail(Error::invalid("topic", "Choose a topic of this group, or none."));
        post.topic = draft.topic;
    }
    sign(call, post, TRY(pens::pen_for(call, *speaker, draft.written_as)));
    post.asks = draft.asks;
    post.sequence = groups::next_sequence(call.transaction(), post.group);
    add(call.transaction(), post);
    keep_manner(call.transaction(), post, draft.manner);
    files::say_with(call.transaction(), post.id, files::with_words(std::move(draft.files), screened.lines()));
    remember(call, post, call.viewer().person, screened);
    if (draft.under) draft.under->put(call, post.id, post.group, post.written_at);
    if (draft.kept == Draft::Kept::is_sent) forget_draft_of(call, DraftPlace::Kind::group, post.group.bytes);
    auto event = event_of(Event::What::posted, post, call.viewer().person, post.sequence);
    event.mentioned = mentioned_in(call, post.group, post.body);
    call.announce(std::move(event));
    return post;
}

Result<Post> comment(Call& call, PostAnswerer const& under, screening::Screened const& screened, Draft draft) {
    auto& transaction = call.transaction();
    Post post;
    post.body = screened.words();
    post.group = under->post.group;
    post.thread = under->post.head();
    auto const head = under->post.is_head() ? under->post : find(transaction, *post.thread).value_or(Post{});
    sign(call, post, TRY(pens::pen_for(call, under->membership, draft.written_as, head.pen)));
    auto const quoted = draft.quoted ? find(transaction, *draft.quoted) : std::nullopt;
    bool const quotable = quoted && quoted->head() == *post.thread && !quoted->withdrawn && !quoted->hidden;
    if (quotable) post.quoted = quoted->id;
    post.sequence = groups::next_sequence(transaction, post.group);
    add(transaction, post);
    keep_manner(transaction, post, draft.manner);
    files::say_with(transaction, post.id, files::with_words(std::move(draft.files), screened.lines()));
    remember(call, post, call.viewer().person, screened);
    note_comment(transaction, post);
    if (draft.kept == Draft::Kept::is_sent) forget_draft_of(call, DraftPlace::Kind::thread, post.head().bytes);

    auto event = event_of(Event::What::commented, post, call.viewer().person, post.sequence);
    event.about = member_other_than_writer(call, post.group, head.writer());
    event.mentioned = mentioned_in(call, post.group, post.body);
    // Who is quoted is answered as well.
    if (quotable)
        if (auto const person = member_other_than_writer(call, post.group, quoted->writer());
            person && person != event.about)
            add_mentioned(event.mentioned, *person, call.viewer().person);
    call.announce(std::move(event));
    return post;
}

Result<void> edit(Call& call, PostEditor const& editor, screening::Screened const& screened, Manner const& manner,
                  std::vector<files::Change> const& changes, std::int64_t version) {
    auto const& post = editor->post;
    auto const& text = screened.words();
    auto const conflict = [] {
        return fail(
            Error::conflict("This post was changed somewhere else since you opened it. Below are your words; "
                            "look at what it says now before you send them."));
    };
    if (version != post.version) return conflict();
    forget_draft_of(call, DraftPlace::Kind::post, post.id.bytes);
    bool const same_words = text == post.body;
    if (same_words && changes.empty() && manner == manner_of(call.transaction(), post.id)) return {};
    if (!same_words && !rewrite(call.transaction(), post, text, post.moment(call.now))) return conflict();
    keep_manner(call.transaction(), post, manner);
    files::keep(call.transaction(), post.id, changes);
    if (!same_words) remember(call, post, call.viewer().person, screened);
    auto event = event_of(Event::What::changed, post, call.viewer().person, note_change(call.transaction(), post));
    auto const before = mentioned_in(call, post.group, post.body);
    for (auto const person : mentioned_in(call, post.group, text))
        if (std::ranges::find(before, person) == before.end()) event.mentioned.push_back(person);
    call.announce(std::move(event));
    return {};
}

Result<void> withdraw(Call& call, PostWithdrawer const& withdrawer) {
    auto const& post = withdrawer->post;
    take_back(call.transaction(), post, call.now);
    call.announce(event_of(Event::What::changed, post, call.viewer().person, note_change(call.transaction(), post)));
    return {};
}

Result<void> support(Call& call, PostAnswerer const& answerer, Reaction reaction) {
    auto const& post = answerer->post;
    if (post.writer() == call.viewer().person) return fail(Error::forbidden("This is your own post."));
    if (toggle(call.transaction(), post, call.viewer().person, reaction, call.now) == Toggled::taken_back) return {};
    auto event = event_of(Event::What::reacted, post, call.viewer().person, 0);
    event.about = member_other_than_writer(call, post.group, post.writer());
    call.announce(std::move(event));
    return {};
}

}  // namespace kith::posts
