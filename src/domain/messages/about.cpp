// What a conversation is: who is in it, how long it is kept, and how to be left alone by it.
#include <algorithm>

#include "domain/messages/actions.hpp"
#include "domain/messages/endpoints.hpp"
#include "domain/messages/reach.hpp"
#include "domain/messages/seats.hpp"
#include "domain/messages/views.hpp"

namespace kith::messages {

namespace {

using html::Seen;

std::string about_page(Seated const& seated) { return "/messages/" + seated.conversation.id.text() + "/about"; }

html::View::List people_list(sql::Transaction& transaction, Seated const& seated) {
    html::View::List people;
    for (auto const& other : seated.active_others()) {
        bool const blocked = has_blocked(transaction, seated.mine.person, other.person);
        html::View line;
        line.text("person_id", other.person.text()).text("name", other.name);
        line.text("capacity", std::string{in_words(other.capacity)});
        line.flag("blocked", blocked);
        line.text("block_word", blocked ? "no" : "yes", Seen::by_templates_only);
        people.push_back(std::move(line));
    }
    return people;
}

html::View::List people_to_add(sql::Transaction& transaction, Seated const& seated) {
    html::View::List list;
    for (auto const& known : acquaintances(transaction, seated.mine.person, people_to_choose_max)) {
        auto const other = std::ranges::find(seated.others, known.person, &Seat::person);
        if (other != seated.others.end() && other->active()) continue;
        html::View line;
        line.text("person_id", known.person.text()).text("name", known.name);
        list.push_back(std::move(line));
    }
    return list;
}

}  // namespace

Result<Answer> show_about(Call& call, ConversationReader const& reader) {
    auto& transaction = call.transaction();
    auto const& seated = *reader;
    auto const& conversation = seated.conversation;
    bool const of_several = conversation.kind == ConversationKind::several;
    html::View view;
    view.text("id", conversation.id.text()).text("title", title_of(seated));
    view.flag("of_several", of_several).flag("active", seated.mine.active());
    view.list("people", people_list(transaction, seated));
    // Where nobody can be heard, nothing is to be deleted for both either.
    bool const open = closed_because(transaction, seated).empty();
    view.flag("open", open, Seen::by_templates_only);
    bool const may_add = of_several && open && seated.active_others().size() + 1 < people_in_conversation_max;
    view.list("to_add", may_add ? people_to_add(transaction, seated) : html::View::List{}, Seen::by_templates_only);
    view.text("person_fault", call.fault("person"), Seen::by_templates_only);
    // Of two: the way to a new one with more people.
    view.text("other_id", !of_several && !seated.others.empty() ? seated.others.front().person.text() : std::string{},
              Seen::by_templates_only);
    html::View::List choices;
    for (auto const retention : retentions) {
        html::View line;
        line.text("value", std::string{stored(retention)}).text("words", std::string{in_words(retention)});
        line.flag("chosen", retention == conversation.retention);
        choices.push_back(std::move(line));
    }
    view.list("retentions", std::move(choices));
    view.text("retention_fault", call.fault("retention"), Seen::by_templates_only);
    view.flag("muted", seated.mine.muted);
    return Page{"about_conversation", std::move(view)};
}

Result<Answer> add_person(Call& call, ConversationWriter const& writer) {
    auto const person = PersonId::parse(call.form.value("person"));
    if (!person) return fail(Error::invalid("person", "Choose somebody."));
    TRY(add_person(call, writer, *person));
    return Done{"/messages/" + writer->conversation.id.text()};
}

Result<Answer> choose_retention(Call& call, ConversationWriter const& writer) {
    auto const retention = retention_from(call.form.value("retention"));
    if (!retention) return fail(Error::invalid("retention", "Choose how long messages stay."));
    TRY(choose_retention(call, writer, *retention));
    return Done{"/messages/" + writer->conversation.id.text()};
}

Result<Answer> choose_muting(Call& call, ConversationPartner const& partner) {
    set_muted(call.transaction(), partner->conversation.id, partner->mine.person, call.form.value("muted") == "yes");
    return Done{about_page(*partner)};
}

Result<Answer> show_leaving(Call& call, ConversationReader const& reader) {
    html::View view;
    view.text("id", reader->conversation.id.text()).text("title", title_of(*reader));
    view.flag("of_several", reader->conversation.kind == ConversationKind::several);
    view.flag("take_back", call.field("take_back") == "yes", Seen::by_templates_only);
    return Page{"leave_conversation", std::move(view)};
}

Result<Answer> leave(Call& call, ConversationReader const& reader) {
    TRY(leave(call, reader, call.form.value("take_back") == "yes" ? Words::are_taken_back : Words::stay));
    return Done{"/messages"};
}

}  // namespace kith::messages
