// Name, capacity, fields of practice.
#include <algorithm>

#include "base/text.hpp"
#include "domain/me/endpoints.hpp"
#include "domain/me/store.hpp"
#include "domain/me/tabs.hpp"
#include "domain/people/sign_up.hpp"
#include "domain/people/store.hpp"

namespace kith::me {

namespace {

// One field a line; empty lines and repetitions are left out.
std::vector<std::string> fields_from(std::string_view text) {
    std::vector<std::string> fields;
    while (!text.empty()) {
        auto const end = text.find('\n');
        auto field = text::one_line(text.substr(0, end));
        text = end == text.npos ? std::string_view{} : text.substr(end + 1);
        if (!field.empty() && std::ranges::find(fields, field) == fields.end()) fields.push_back(std::move(field));
    }
    return fields;
}

std::string lines_of(std::vector<std::string> const& fields) {
    std::string text;
    for (auto const& field : fields) text.append(field).append("\n");
    return text;
}

}  // namespace

Result<Answer> show_profile(Call& call, SignedIn const&) {
    auto const person = people::find(call.transaction(), call.viewer().person);
    if (!person) return fail(Error::not_found());
    auto const fields = people::practice_fields_of(call.transaction(), person->id);
    html::View view;
    add_tabs(view, "/me");
    view.flag("saved", call.form.has("saved"), html::Seen::by_templates_only);
    view.text("id", person->id.text()).text("name", call.field("name", person->name)).text("email", person->email);
    view.text("name_fault", call.fault("name"));
    view.text("capacity", std::string{stored(person->capacity)});
    view.list("capacities", people::capacity_choices(call.field("capacity", stored(person->capacity))),
              html::Seen::by_templates_only);
    view.text("capacity_fault", call.fault("capacity"));
    html::View::List list;
    for (auto const& field : fields) {
        html::View line;
        line.text("field", field);
        list.push_back(std::move(line));
    }
    view.list("practice_fields", std::move(list));
    view.text("fields_text", call.field("practice_fields", lines_of(fields)), html::Seen::by_templates_only);
    view.text("fields_fault", call.fault("practice_fields"));
    view.text("joined_at", iso(person->joined_at)).text("joined_in_words", in_words(person->joined_at));
    view.flag("is_host", person->is_host);
    auto zone = people::quiet_settings_of(call.transaction(), person->id).time_zone;
    std::ranges::replace(zone, '_', ' ');
    view.text("clock_of", std::move(zone));
    return Page{"me", std::move(view)};
}

Result<Answer> save_profile(Call& call, SignedIn const&) {
    std::vector<Fault> faults;
    auto const name = text::one_line(call.form.value("name"));
    if (name.empty()) faults.push_back({"name", "Write your name, as colleagues know you."});
    if (text::characters(name) > name_characters_max)
        faults.push_back({"name", fmt::format("Write a name of at most {} characters.", name_characters_max)});
    auto const capacity = capacity_from(call.form.value("capacity"));
    if (!capacity) faults.push_back({"capacity", "Choose in which capacity you are here."});
    auto const fields = fields_from(text::many_lines(call.form.value("practice_fields")));
    if (fields.size() > practice_fields_max)
        faults.push_back({"practice_fields", fmt::format("Name at most {} fields.", practice_fields_max)});
    for (auto const& field : fields)
        if (text::characters(field) > practice_field_characters_max) {
            faults.push_back(
                {"practice_fields", fmt::format("Keep each line under {} characters.", practice_field_characters_max)});
            break;
        }
    if (!faults.empty()) return fail(Error::invalid(std::move(faults)));
    auto const person = call.viewer().person;
    people::set_profile(call.transaction(), person, name, *capacity);
    people::set_practice_fields(call.transaction(), person, fields);
    set_capacity(call.transaction(), person, *capacity);
    return Done{"/me?saved=yes"};
}

}  // namespace kith::me
