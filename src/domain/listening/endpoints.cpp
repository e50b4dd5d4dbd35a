#include "domain/listening/endpoints.hpp"

#include "domain/groups/store.hpp"
#include "domain/messages/live.hpp"
#include "domain/messages/seats.hpp"
#include "domain/posts/live.hpp"

namespace kith::listening {

namespace {

// A circle is a group, a conversation, or what reaches the one who asks; ids never coincide.
std::optional<live::Wanted> wanted(sql::Transaction& transaction, live::CircleId circle, live::ListenerId listener) {
    for (auto const* source : {&posts::live_source(), &messages::conversation_source(), &messages::inbox_source()})
        if (source->standing(transaction, circle, listener)) return live::Wanted{circle, source};
    return std::nullopt;
}

// All that is this person's: their groups, and what reaches them.
std::vector<live::Wanted> everything(sql::Transaction& transaction, PersonId person) {
    std::vector<live::Wanted> all;
    for (auto const& group : groups::of_person(transaction, person))
        all.push_back({{group.id.bytes}, &posts::live_source()});
    all.push_back({{person.bytes}, &messages::inbox_source()});
    return all;
}

// ?group=ID or ?conversation=ID: that one. ?hear=CURSOR: those it names, but for what is not there for who
// asks. Nothing of these: everything.
std::vector<live::Wanted> asked_for(Call& call, live::ListenerId listener) {
    auto& transaction = call.transaction();
    std::vector<live::Wanted> found;
    auto const add = [&](live::CircleId circle, std::optional<std::int64_t> heard) {
        if (auto one = wanted(transaction, circle, listener)) found.push_back({one->circle, one->source, heard});
    };
    for (auto const name : {"group", "conversation"})
        if (call.form.has(name)) {
            if (auto const circle = live::CircleId::parse(call.form.value(name))) add(*circle, std::nullopt);
            return found;
        }
    if (!call.form.has("hear")) return everything(transaction, call.viewer().person);
    for (auto const& part : live::cursor_from(call.form.value("hear")).value_or(live::Cursor{}))
        add(part.circle, part.sequence);
    return found;
}

html::View missed_view(Call& call, std::vector<live::Wanted> const& circles, live::ListenerId listener) {
    live::Cursor now;
    html::View::List events;
    auto const add = [&](live::CursorPart const& at, std::string_view name, std::string data) {
        html::View event;
        event.text("id", live::text_of(at)).text("event", std::string{name}).text("data", std::move(data));
        events.push_back(std::move(event));
    };
    for (auto const& circle : circles) {
        auto missed = live::missed(call.transaction(), circle, listener, call.now);
        if (!missed) continue;
        if (missed->too_much) add(missed->now, "reload", "{}");
        for (auto& change : missed->changes)
            add({circle.circle, change.sequence}, change.event, std::move(change.data));
        now.push_back(missed->now);
    }
    html::View view;
    view.text("heard", live::text_of(now)).list("events", std::move(events));
    return view;
}

}  // namespace

Result<Answer> listen(Call& call, SignedIn const&) {
    auto const& viewer = call.viewer();
    live::Ear const ear{{viewer.person.bytes}, viewer.session.bytes};
    auto circles = asked_for(call, ear.listener);
    if (circles.empty()) return fail(Error::not_found());
    // What the browser heard last goes before what the page began with.
    auto const last_heard = call.request.header("last-event-id").value_or(call.form.value("after"));
    auto const heard = live::cursor_from(last_heard).value_or(live::Cursor{});
    for (auto& circle : circles)
        if (auto const upto = live::sequence_in(heard, circle.circle)) circle.heard = upto;
    if (call.request.wants_json()) return Fragment{"", missed_view(call, circles, ear.listener)};
    return Stream{[place = live::Place{call.services.database, call.services.hub, call.services.now}, ear,
                   circles = std::move(circles)](std::shared_ptr<http::EventSink> sink) {
        return live::listen(place, ear, circles, std::move(sink));
    }};
}

}  // namespace kith::listening
