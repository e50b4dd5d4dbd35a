#include "domain/messages/live.hpp"

#include <algorithm>

#include "domain/messages/reach.hpp"
#include "domain/messages/seats.hpp"
#include "domain/messages/store.hpp"
#include "domain/messages/views.hpp"
#include "platform/html/frame.hpp"

namespace kith::messages {

namespace {

live::CircleId circle_of(ConversationId id) { return {id.bytes}; }
live::CircleId inbox_of(PersonId person) { return {person.bytes}; }
live::ListenerId listener_of(PersonId person) { return {person.bytes}; }

std::optional<live::Standing> standing(sql::Transaction& transaction, live::CircleId circle, live::ListenerId who) {
    auto const seated = find_seated(transaction, {circle.bytes}, {who.bytes});
    if (!seated || !seated->mine.active()) return std::nullopt;
    return live::Standing{seated->conversation.sequence, seated->mine.from_sequence};
}

live::Change change_of(Shown const& shown, std::int64_t heard) {
    auto const& message = shown.message;
    html::View view;
    view.text("kind", message.sequence <= heard ? "changed" : "message");
    view.text("conversation", message.conversation.text()).text("id", message.id.text());
    view.text("author", message.author ? message.author->text() : std::string{});
    view.number("sequence", message.sequence);
    view.text("html", html::rendered("message_item", message_view(shown, {})).text());
    return {message.changed_sequence, "message", view.json()};
}

std::vector<live::Change> changes(sql::Transaction& transaction, live::CircleId circle, std::int64_t after,
                                  std::size_t most, Time now) {
    ConversationId const id{circle.bytes};
    std::vector<live::Change> made;
    for (auto const& shown :
         changed_since(transaction, id, after, kept_since(retention_of(transaction, id), now), most))
        made.push_back(change_of(shown, after));
    return made;
}

std::optional<live::Standing> standing_in_inbox(sql::Transaction& transaction, live::CircleId circle,
                                                live::ListenerId who) {
    if (circle.bytes != who.bytes) return std::nullopt;
    return live::Standing{inbox_sequence(transaction, {who.bytes})};
}

std::vector<live::Change> moved(sql::Transaction& transaction, live::CircleId circle, std::int64_t after,
                                std::size_t most, Time) {
    PersonId const person{circle.bytes};
    std::vector<live::Change> made;
    for (auto const& listed : moved_since(transaction, person, after, most)) {
        html::View view;
        view.text("conversation", listed.id.text()).flag("has_new", listed.has_news);
        view.text("html", html::rendered("conversation_card", conversation_view(transaction, person, listed)).text());
        made.push_back({listed.moved_sequence, "inbox", view.json()});
    }
    return made;
}

struct Hearers {
    std::vector<PersonId> ended;
    std::vector<std::pair<PersonId, std::int64_t>> active;  // with their own count
};

Hearers hearers_of(sql::Transaction& transaction, ConversationId id) {
    Hearers hearers;
    for (auto const& seat : seats_of(transaction, id))
        if (seat.active())
            hearers.active.emplace_back(seat.person, inbox_sequence(transaction, seat.person));
        else
            hearers.ended.push_back(seat.person);
    return hearers;
}

void tell_passing(Call& call, Seated const& seated, std::string_view event, std::int64_t upto) {
    html::View view;
    view.text("conversation", seated.conversation.id.text()).text("person", seated.mine.person.text());
    view.text("name", seated.mine.name).number("sequence", upto);
    call.services.hub.tell(circle_of(seated.conversation.id), live::make_passing_chunk(event, view.json()));
}

}  // namespace

live::Source const& conversation_source() {
    static live::Source const source{standing, changes};
    return source;
}

live::Source const& inbox_source() {
    static live::Source const source{standing_in_inbox, moved};
    return source;
}

void tell_pages(Services const& services, Event const& event) {
    if (!event.conversation) return;
    auto const id = *event.conversation;
    auto const hearers =
        services.database.read([&](sql::Transaction& transaction) { return hearers_of(transaction, id); });
    live::Place const place{services.database, services.hub, services.now};
    // First of all, whoever is not in it any more hears nothing.
    for (auto const person : hearers.ended) services.hub.part(listener_of(person), circle_of(id));
    live::tell(place, conversation_source(), circle_of(id), event.sequence);
    for (auto const& [person, sequence] : hearers.active) live::tell(place, inbox_source(), inbox_of(person), sequence);
}

bool everyone_shows(sql::Transaction& transaction, Seated const& seated, bool MessageSettings::* what) {
    if (!(settings_of(transaction, seated.mine.person).*what)) return false;
    return std::ranges::all_of(seated.active_others(), [&](Seat const& other) {
        return settings_of(transaction, other.person).*what &&
               !has_blocked(transaction, other.person, seated.mine.person);
    });
}

void tell_typing(Call& call, Seated const& seated) {
    if (everyone_shows(call.transaction(), seated, &MessageSettings::shows_typing))
        tell_passing(call, seated, "typing", 0);
}

void tell_reading(Call& call, Seated const& seated, std::int64_t upto) {
    if (everyone_shows(call.transaction(), seated, &MessageSettings::shows_reading))
        tell_passing(call, seated, "seen", upto);
}

}  // namespace kith::messages
