// Reading: the list of conversations, one of them, and one message with what can be done about it.
#include <fmt/format.h>

#include "domain/files/chosen.hpp"
#include "domain/files/store.hpp"
#include "domain/files/views.hpp"
#include "domain/messages/actions.hpp"
#include "domain/messages/composer.hpp"
#include "domain/messages/endpoints.hpp"
#include "domain/messages/live.hpp"
#include "domain/messages/reach.hpp"
#include "domain/messages/seats.hpp"
#include "domain/messages/store.hpp"
#include "domain/messages/views.hpp"
#include "platform/live/cursor.hpp"

namespace kith::messages {

namespace {

using html::Seen;

// Opening the page is reading it. Small enough to be done after the answer.
void note_opened(Call& call, Seated const& seated) {
    if (seated.mine.seen_sequence >= seated.conversation.sequence) return;
    call.services.later([id = seated.conversation.id, person = seated.mine.person,
                         upto = seated.mine.until_sequence.value_or(seated.conversation.sequence), now = call.now](
                            sql::Transaction& transaction) { note_seen(transaction, id, person, upto, now); });
}

// Who has read all that this person said last, where everyone shows it.
std::string seen_words(Call& call, Seated const& seated, std::vector<Shown> const& shown) {
    std::int64_t last_own = 0;
    for (auto const& each : shown)
        if (each.message.kind == MessageKind::words && each.message.author == seated.mine.person)
            last_own = each.message.sequence;
    if (last_own == 0 || !everyone_shows(call.transaction(), seated, &MessageSettings::shows_reading)) return {};
    std::vector<std::string> names;
    for (auto const& other : seated.active_others())
        if (other.seen_sequence >= last_own) names.push_back(other.name);
    return names.empty() ? std::string{} : "Read by " + joined_names(names) + ".";
}

html::View::List people_list(Seated const& seated) {
    html::View::List people;
    for (auto const& other : seated.active_others()) {
        html::View line;
        line.text("person_id", other.person.text()).text("name", other.name);
        line.text("capacity", std::string{in_words(other.capacity)});
        people.push_back(std::move(line));
    }
    return people;
}

void add_writing(Call& call, html::View& view, Seated const& seated) {
    auto const closed = closed_because(call.transaction(), seated);
    view.flag("open", closed.empty());
    view.text("closed", closed);
    auto const form = form_of(call, seated);
    add_composer(call, view, form.place, form.between);
    view.text("body", call.field("body"), Seen::by_templates_only);
    view.text("body_fault", call.fault("body"), Seen::by_templates_only);
    view.child("audience", audience_view(form.hearers, form.back));
    files::add_chooser(call, view);
}

}  // namespace

Result<Answer> show_conversations(Call& call, SignedIn const&) {
    auto const person = call.viewer().person;
    auto const page = conversations(call.transaction(), person, position_from(call.form));
    html::View::List list;
    for (auto const& listed : page.things) list.push_back(conversation_view(call.transaction(), person, listed));
    html::View view;
    view.list("conversations", std::move(list));
    add_paging(view, page.older, page.newer, "/messages?");
    auto const inbox = inbox_sequence(call.transaction(), person);
    view.text("after", live::text_of(live::CursorPart{{person.bytes}, inbox}), Seen::by_templates_only);
    return Page{"conversations", std::move(view)};
}

Result<Answer> show_conversation(Call& call, ConversationReader const& reader) {
    auto const& seated = *reader;
    auto const& conversation = seated.conversation;
    auto const me = call.viewer().person;
    auto const page = messages::page(call.transaction(), seated, position_from(call.form), call.now);
    html::View view{32};
    view.text("id", conversation.id.text()).text("title", title_of(seated));
    view.flag("of_several", conversation.kind == ConversationKind::several);
    view.list("people", people_list(seated));
    view.text("retention", std::string{stored(conversation.retention)});
    view.text("kept_in_words", std::string{in_words(conversation.retention)}, Seen::by_templates_only);
    view.flag("is_kept", conversation.retention == Retention::keep, Seen::by_templates_only);
    view.flag("muted", seated.mine.muted);
    html::View::List list;
    for (auto const& shown : page.things) list.push_back(message_view(shown, me));
    view.list("messages", std::move(list));
    add_paging(view, page.older, page.newer, "/messages/" + conversation.id.text() + "?");
    view.text("seen_by", page.newer ? std::string{} : seen_words(call, seated, page.things));
    view.flag("typing_shown", everyone_shows(call.transaction(), seated, &MessageSettings::shows_typing));
    add_writing(call, view, seated);
    live::CursorPart const heard{{conversation.id.bytes}, conversation.sequence};
    view.text("after", seated.mine.active() ? live::text_of(heard) : std::string{}, Seen::by_templates_only);
    note_opened(call, seated);
    return Page{"conversation", std::move(view)};
}

namespace {

std::string path_of(Message const& message) {
    return "/messages/" + message.conversation.text() + "/" + message.id.text();
}

}  // namespace

Result<Answer> show_file(Call& call, MessageReader const& reader) {
    return files::show_file(call, files::of(call.transaction(), reader->message.id), path_of(reader->message));
}

Result<Answer> give_picture(Call& call, MessageReader const& reader) {
    return files::give_version(call, files::of(call.transaction(), reader->message.id));
}

Result<Answer> show_message(Call& call, MessageReader const& reader) {
    auto const& [message, seated] = *reader;
    auto const shown = find_shown(call.transaction(), message.id);
    if (!shown) return fail(Error::not_found());
    auto const me = call.viewer().person;
    bool const own = message.author == me;
    html::View view = message_view(*shown, me);
    view.text("title", title_of(seated), Seen::by_templates_only);
    view.flag("may_take_back", own && !message.withdrawn, Seen::by_templates_only);
    bool const other_here = !own && message.author;
    view.flag("may_block", other_here && !has_blocked(call.transaction(), me, *message.author),
              Seen::by_templates_only);
    return Page{"message", std::move(view)};
}

}  // namespace kith::messages
