// How messages reach me: whether at all, from whom not, and what others see of me meanwhile.
#include "domain/messages/endpoints.hpp"
#include "domain/messages/reach.hpp"

namespace kith::messages {

Result<Answer> show_wishes(Call& call, SignedIn const&) {
    auto const me = call.viewer().person;
    auto const settings = settings_of(call.transaction(), me);
    html::View view;
    view.flag("saved", call.form.has("saved"), html::Seen::by_templates_only);
    view.flag("takes_messages", settings.takes_messages);
    view.flag("shows_typing", settings.shows_typing).flag("shows_reading", settings.shows_reading);
    html::View::List blocked;
    for (auto const& each : blocked_by(call.transaction(), me)) {
        html::View line;
        line.text("person_id", each.person.text()).text("name", each.name);
        blocked.push_back(std::move(line));
    }
    view.list("blocked", std::move(blocked));
    return Page{"message_wishes", std::move(view)};
}

Result<Answer> keep_wishes(Call& call, SignedIn const&) {
    auto const ticked = [&](std::string_view field) { return call.form.value(field) == "yes"; };
    keep_settings(call.transaction(), call.viewer().person,
                  {ticked("takes_messages"), ticked("shows_typing"), ticked("shows_reading")});
    return Done{"/messages/settings?saved=yes"};
}

// Whom one shares no group with now may have been blocked before, and be let in again; to block anew one
// must know them. For anybody else there is nothing to do, whoever they are.
Result<Answer> block(Call& call, SignedIn const&) {
    auto& transaction = call.transaction();
    auto const me = call.viewer().person;
    auto const person = PersonId::parse(call.form.value("person"));
    if (!person || *person == me) return fail(Error::not_found());
    bool const starts = call.form.value("block") == "yes";
    if (starts ? !has_met(transaction, me, *person) : !has_blocked(transaction, me, *person))
        return fail(Error::not_found());
    set_block(transaction, me, *person, starts ? Blocking::starts : Blocking::ends, call.now);
    return Done{"/messages/settings"};
}

}  // namespace kith::messages
