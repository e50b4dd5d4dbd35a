// Asking: the form that begins with my practice, and what it sends.
#include <fmt/format.h>

#include "base/text.hpp"
#include "domain/asks/actions.hpp"
#include "domain/asks/endpoints.hpp"
#include "domain/asks/views.hpp"
#include "domain/groups/tabs.hpp"
#include "domain/pens/signing.hpp"
#include "domain/posts/composer.hpp"
#include "domain/posts/without_name.hpp"

namespace kith::asks {

namespace {

using html::Seen;
using posts::DraftPlace;

std::string counted_people(std::size_t people) { return people == 1 ? "one person" : fmt::format("{} people", people); }

html::View choice(std::string_view value, std::string label, bool chosen) {
    html::View view;
    view.text("value", std::string{value}).text("label", std::move(label)).flag("chosen", chosen);
    return view;
}

void add_choices(Call& call, html::View& view, GroupId group) {
    auto& transaction = call.transaction();
    auto const me = call.viewer().person;
    html::View::List wants;
    auto const wanted = call.field("wants");
    for (auto const each : all_wants) {
        auto label = std::string{in_words(each)};
        label.front() = static_cast<char>(label.front() - 'a' + 'A');
        wants.push_back(choice(stored(each), std::move(label), wanted == stored(each)));
    }
    view.list("wants", std::move(wants)).text("wants_fault", call.fault("wants"));
    html::View::List by;
    auto const by_chosen = call.field("by", stored(By::whenever));
    for (auto const each : all_by) {
        auto label = std::string{in_words(each)};
        label.front() = static_cast<char>(label.front() - 'a' + 'A');
        by.push_back(choice(stored(each), std::move(label), by_chosen == stored(each)));
    }
    view.list("by", std::move(by)).text("by_fault", call.fault("by"));

    auto const fields = fields_in(transaction, group, me);
    auto const around = who_are_around(transaction, group, me, call.now).size();
    auto const reach = call.field("reach", stored(Reach::everyone));
    view.text("everyone_in_words", counted_people(everyone(transaction, group, me).size()));
    view.text("around_in_words", around == 0 ? "nobody just now" : counted_people(around));
    for (auto const each : all_reaches) {
        bool const chosen = reach == stored(each);
        if (each == Reach::everyone) view.flag("reach_everyone", chosen, Seen::by_templates_only);
        if (each == Reach::around) view.flag("reach_around", chosen, Seen::by_templates_only);
        if (each == Reach::field) view.flag("reach_field", chosen, Seen::by_templates_only);
    }
    view.text("reach_fault", call.fault("reach")).text("field_fault", call.fault("field"));
    html::View::List known;
    auto const field_chosen = call.field("field");
    for (auto const& field : fields)
        known.push_back(choice(
            field.name, fmt::format("{} ({})", field.name, counted_people(static_cast<std::size_t>(field.people))),
            field_chosen == field.name));
    view.list("fields", std::move(known));
}

std::string says(Call& call, Group const& group) {
    auto const others = everyone(call.transaction(), group.id, call.viewer().person).size();
    return fmt::format(
        "At most {} in {} will see this, you among them: those you choose, and the peer on duty if nobody has taken "
        "it.",
        counted_people(others + 1), group.name);
}

Result<AskDraft> draft_from(http::Form const& form) {
    std::vector<Fault> faults;
    auto const wants = wants_from(form.value("wants"));
    if (!wants) faults.push_back({"wants", "Choose what would help."});
    auto const by = by_from(form.value("by"));
    if (!by) faults.push_back({"by", "Choose by when."});
    auto const reach = reach_from(form.value("reach"));
    if (!reach) faults.push_back({"reach", "Choose whom you ask."});
    if (reach == Reach::field && form.value("field").empty())
        faults.push_back({"field", "Choose a field that somebody here knows."});
    if (!faults.empty()) return fail(Error::invalid(std::move(faults)));
    auto const written_as = TRY(pens::read_written_as(form));
    return AskDraft{*wants, *by, *reach, std::string{form.value("field")}, written_as};
}

Result<std::string> checked_ask(std::string_view body) {
    auto text = text::many_lines(body);
    if (text::trim(text).empty()) return fail(Error::invalid("body", "Say in a sentence what you need."));
    if (text::characters(text) > ask_characters_max)
        return fail(Error::invalid("body", fmt::format("Keep this under {} characters.", ask_characters_max)));
    return text;
}

}  // namespace

Result<Answer> show_asking(Call& call, Reader const& reader) {
    auto const& group = reader->group;
    posts::Company company{call.transaction(), group.id};
    html::View view;
    groups::add_tabs(view, *reader, "asks", call.transaction());
    view.text("group_id", group.id.text()).text("group_name", group.name);
    posts::add_composer(call, view, company,
                        {.place = {DraftPlace::Kind::ask, group.id.bytes},
                         .label = "What is it about my own practice? What do I need?",
                         .send_label = "Send the ask",
                         .hint = "Leave the person out. “I feel stuck after a hard visit” is enough to begin with.",
                         .rows = 4,
                         .characters_max = ask_characters_max});
    add_choices(call, view, group.id);
    pens::add_signing(call, view, *reader);
    auto const promise = promise_of(call.transaction(), group.id);
    view.text("promise_in_words", span_in_words(promise.within));
    view.text("day_from", clock_from(promise.day_from)).text("day_until", clock_from(promise.day_until));
    view.text("zone_in_words", zone_in_words(promise.zone_name));
    view.child("audience", posts::audience_view(company, group, says(call, group)));
    return Page{"ask_new", std::move(view)};
}

Slow look_ahead(Call& call, Speaker const& speaker) {
    auto const group = speaker->group.id;
    if (!call.services.has_room()) posts::keep_unsaid(call, {posts::DraftPlace::Kind::ask, group.bytes}, group);
    auto words = checked_ask(call.form.value("body"));
    return words ? screening::look_ahead(call, {speaker->group.id}, *std::move(words)) : Slow{};
}

Result<Answer> send(Call& call, Speaker const& speaker) {
    auto const& group = speaker->group;
    auto words = TRY(checked_ask(call.form.value("body")));
    auto const draft = TRY(draft_from(call.form));
    auto const looked = posts::look_at_writers(call, *speaker, draft.written_as, pens::SaysWork::no,
                                               screening::look(call, {group.id}, std::move(words)));
    if (auto const* asked = std::get_if<screening::Asked>(&looked)) {
        posts::Company company{call.transaction(), group.id};
        auto const page = "/groups/" + group.id.text() + "/asks";
        return posts::look_again(
            call, company,
            {page, "Send the ask", page + "/new", "Back to the ask", {DraftPlace::Kind::ask, group.id.bytes}},
            posts::audience_view(company, group, says(call, group)), *asked);
    }
    auto const made = TRY(ask(call, speaker, std::get<screening::Screened>(looked), draft));
    return Done{"/asks/" + made.id.text(), made.id.text()};
}

}  // namespace kith::asks
