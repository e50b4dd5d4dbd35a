#include "domain/messages/composer.hpp"

#include <algorithm>

#include "domain/files/chosen.hpp"
#include "domain/messages/reach.hpp"
#include "domain/people/store.hpp"
#include "domain/screening/views.hpp"

namespace kith::messages {

namespace {

using html::Seen;

constexpr int status_of_look = 422, status_when_nothing_is_left = 200;

// The rules of every group that the writer shares with one of those who will read.
std::vector<GroupId> groups_shared(Call& call, std::vector<PersonId> const& with) {
    std::vector<GroupId> shared;
    for (auto const person : with) {
        PersonId const pair[] = {call.viewer().person, person};
        for (auto const group : groups_of_all(call.transaction(), pair))
            if (std::ranges::find(shared, group) == shared.end()) shared.push_back(group);
    }
    return shared;
}

html::View::List other_fields(Call const& call, screening::Asked const& asked) {
    html::View::List fields;
    for (auto const value : call.form.values("to")) {
        html::View field;
        field.text("field_name", "to").text("field_value", std::string{value});
        fields.push_back(std::move(field));
    }
    files::add_fields(fields, call.form, asked.lines);
    return fields;
}

}  // namespace

std::vector<Hearer> hearers_of(Seated const& seated) {
    std::vector<Hearer> hearers;
    for (auto const& other : seated.active_others()) hearers.push_back({other.name, other.capacity});
    return hearers;
}

screening::Between between_people(Call& call, Seated const& seated) {
    screening::Between between{seated.conversation.id, {}, {seated.mine.name}};
    std::vector<PersonId> with;
    for (auto const& other : seated.active_others()) {
        with.push_back(other.person);
        between.names.push_back(other.name);
    }
    between.groups = groups_shared(call, with);
    return between;
}

screening::Between between_people(Call& call, std::vector<PersonId> const& with) {
    screening::Between between{{}, groups_shared(call, with), {call.viewer().name}};
    for (auto const person : with)
        if (auto const found = people::find(call.transaction(), person)) between.names.push_back(found->name);
    return between;
}

void add_composer(Call& call, html::View& view, std::string place, screening::Between const& between) {
    view.text("place", std::move(place), Seen::by_templates_only);
    view.text("person", call.viewer().person.text(), Seen::by_templates_only);
    view.text("words_are", call.refusal ? "sent" : "", Seen::by_templates_only);
    view.text("surroundings", screening::surroundings(call, between), Seen::by_templates_only);
}

Form form_of(Call& call, Seated const& seated) {
    auto const page = "/messages/" + seated.conversation.id.text();
    return {page,
            "Send",
            page,
            title_of(seated),
            "conversation:" + seated.conversation.id.text(),
            hearers_of(seated),
            between_people(call, seated)};
}

Form form_of(Call& call, std::vector<PersonId> const& with) {
    Form form{"/messages", "Send", "/messages", "Messages", "conversation:new", {}, between_people(call, with)};
    for (auto const person : with)
        if (auto const found = people::find(call.transaction(), person))
            form.hearers.push_back({found->name, found->capacity});
    return form;
}

Answer look_again(Call& call, Form form, screening::Asked const& asked) {
    html::View view;
    screening::add_look(view, asked);
    view.text("action", std::move(form.action), Seen::by_templates_only);
    view.text("send_label", std::move(form.send_label), Seen::by_templates_only);
    view.text("back", form.back, Seen::by_templates_only);
    view.text("back_label", std::move(form.back_label), Seen::by_templates_only);
    view.flag("may_hold", false, Seen::by_templates_only).flag("may_keep", false, Seen::by_templates_only);
    view.list("fields", other_fields(call, asked), Seen::by_templates_only);
    add_composer(call, view, std::move(form.place), form.between);
    view.child("audience", audience_view(form.hearers, std::move(form.back)), Seen::by_templates_only);
    auto const things = asked.looked.look.things();
    return Page{"look", std::move(view), things > 0 ? status_of_look : status_when_nothing_is_left};
}

}  // namespace kith::messages
