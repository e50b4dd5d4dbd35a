#include "domain/pens/endpoints.hpp"

#include "domain/groups/tabs.hpp"
#include "domain/pens/naming.hpp"
#include "domain/pens/settings.hpp"
#include "domain/pens/signing.hpp"
#include "domain/pens/store.hpp"
#include "domain/pens/writers.hpp"
#include "domain/people/store.hpp"

namespace kith::pens {

Result<Answer> show_settings(Call& call, Facilitator const& facilitator) {
    auto const& group = facilitator->group;
    auto const settings = settings_of(call.transaction(), group.id);
    html::View view;
    groups::add_tabs(view, *facilitator, "care", call.transaction());
    view.text("id", group.id.text());
    view.flag("pen_names", settings.pen_names).flag("nameless", settings.nameless);
    return Page{"pen_settings", std::move(view)};
}

Result<Answer> change_settings(Call& call, Facilitator const& facilitator) {
    change(call, facilitator, {call.form.value("pen_names") == "yes", call.form.value("nameless") == "yes"});
    return Done{"/groups/" + facilitator->group.id.text() + "/pen-names"};
}

Result<Answer> show_pen_name(Call& call, Reader const& reader) {
    auto& transaction = call.transaction();
    auto const& group = reader->group;
    auto const settings = settings_of(transaction, group.id);
    auto const pen = chosen(transaction, group.id, reader->person);
    html::View view;
    groups::add_tabs(view, *reader, "members", transaction);
    view.text("id", group.id.text()).text("group_name", group.name);
    view.flag("pen_names", settings.pen_names).flag("nameless", settings.nameless);
    view.flag("neither", !settings.any(), html::Seen::by_templates_only);
    view.text("pen_name", pen ? pen->name : std::string{});
    view.text("name", call.field("name", pen ? pen->name : ""), html::Seen::by_templates_only);
    view.text("name_fault", call.fault("name"));
    view.text("could_say", could_say(transaction, *reader));
    return Page{"pen_name", std::move(view)};
}

Result<Answer> keep_pen_name(Call& call, Speaker const& speaker) {
    TRY(take_pen_name(call, speaker, call.form.value("name")));
    return Done{"/groups/" + speaker->group.id.text() + "/pen-name"};
}

// The name is looked up here alone, for the two of them, until the time is over.
static void add_name(Call& call, html::View& view, PenUnderPost const& found, Request const& request) {
    auto const me = found.membership.person;
    bool const one_of_two = request.agreed_by && (request.asked_by == me || request.agreed_by == me);
    auto const holder =
        one_of_two && found.pen.holder ? people::find(call.transaction(), *found.pen.holder) : std::nullopt;
    view.flag("one_of_two", one_of_two, html::Seen::by_templates_only);
    view.text("opened_name", holder ? holder->name : std::string{});
}

Result<Answer> show_opening(Call& call, PenOpener const& opener) {
    auto const& found = *opener;
    html::View view;
    view.text("id", found.post.text());
    view.text("pen_name", found.pen.name).text("in_log", in_log(found.pen));
    view.text("reason", call.field("reason")).text("reason_fault", call.fault("reason"));
    view.number("days", opening_lasts.count());
    auto const request = find_request(call.transaction(), found.pen.id, call.now);
    if (!request) {
        view.null("request");
        return Page{"pen_opening", std::move(view)};
    }
    html::View asked;
    asked.text("asked_by", request->asked_by_name).text("request_reason", request->reason);
    asked.text("asked_at", iso(request->asked_at)).text("asked_in_words", in_words(request->asked_at));
    asked.flag("by_me", request->asked_by == found.membership.person);
    asked.flag("opened", request->agreed_by.has_value());
    asked.text("agreed_by", request->agreed_by_name);
    asked.text("until", request->until ? iso(*request->until) : std::string{});
    asked.text("until_in_words", request->until ? in_words(*request->until) : std::string{});
    add_name(call, asked, found, *request);
    view.child("request", std::move(asked));
    return Page{"pen_opening", std::move(view)};
}

Result<Answer> ask_opening(Call& call, PenOpener const& opener) {
    TRY(ask_to_open(call, opener, call.form.value("reason")));
    return Done{"/posts/" + opener->post.text() + "/opening"};
}

Result<Answer> agree_opening(Call& call, PenOpener const& opener) {
    TRY(agree_to_open(call, opener));
    return Done{"/posts/" + opener->post.text() + "/opening"};
}

}  // namespace kith::pens
