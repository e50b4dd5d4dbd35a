#include "domain/groups/endpoints.hpp"
#include "domain/groups/questions.hpp"
#include "domain/groups/settings.hpp"
#include "domain/groups/tabs.hpp"

namespace kith::groups {

namespace {

std::string joined(std::vector<std::string> const& lines) {
    std::string text;
    for (auto const& line : lines) text += (text.empty() ? "" : "\n") + line;
    return text;
}

// While another form of the page came back, these fields show what is set.
std::string shown(Call const& call, std::string_view field, std::string_view is_set) {
    bool const ours = call.refusal && call.refusal->form.has("vouches_needed");
    return ours ? call.field(field) : std::string{is_set};
}

}  // namespace

Result<Answer> show_care(Call& call, Facilitator const& facilitator) {
    auto const& group = facilitator->group;
    html::View view;
    add_tabs(view, *facilitator, "care", members(call.transaction(), group.id));
    view.text("id", group.id.text());
    view.text("name", shown(call, "name", group.name)).text("name_fault", call.fault("name"));
    view.text("told_to_newcomers", shown(call, "told_to_newcomers", group.told_to_newcomers));
    view.text("told_to_newcomers_fault", call.fault("told_to_newcomers"));
    view.text("vouches_needed", shown(call, "vouches_needed", std::to_string(group.vouches_needed)));
    view.text("vouches_needed_fault", call.fault("vouches_needed"));
    view.text("questions", shown(call, "questions", joined(questions(call.transaction(), group.id))));
    view.text("questions_fault", call.fault("questions"));
    html::View::List list;
    for (auto const& topic : topics(call.transaction(), group.id)) {
        html::View line;
        line.text("id", topic.id.text()).text("topic_name", topic.name);
        list.push_back(std::move(line));
    }
    view.list("topics", std::move(list)).text("topic", call.field("topic")).text("topic_fault", call.fault("topic"));
    return Page{"care", std::move(view)};
}

Result<Answer> change_settings(Call& call, Facilitator const& facilitator) {
    change(call, facilitator, TRY(read_settings(call.form)));
    return Done{"/groups/" + facilitator->group.id.text() + "/care"};
}

Result<Answer> new_topic(Call& call, Facilitator const& facilitator) {
    auto const id = TRY(add_topic(call, facilitator, call.form.value("topic")));
    return Done{"/groups/" + facilitator->group.id.text() + "/care", id.text()};
}

}  // namespace kith::groups
