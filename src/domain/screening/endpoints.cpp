#include "domain/screening/endpoints.hpp"

#include "domain/groups/tabs.hpp"
#include "domain/screening/settings.hpp"
#include "domain/screening/store.hpp"

namespace kith::screening {

namespace {

std::string joined(std::vector<std::string> const& lines) {
    std::string text;
    for (auto const& line : lines) text += (text.empty() ? "" : "\n") + line;
    return text;
}

}  // namespace

Result<Answer> show_settings(Call& call, Facilitator const& facilitator) {
    auto const& group = facilitator->group;
    auto const settings = find_settings(call.transaction(), group.id);
    auto const chosen = [&](std::string_view field, bool is_set) {
        return call.refusal ? call.refusal->form.value(field) == "yes" : is_set;
    };
    html::View view;
    groups::add_tabs(view, *facilitator, "care", call.transaction());
    view.text("id", group.id.text());
    view.flag("strict", chosen("strict", settings.strict));
    view.flag("same_area", chosen("same_area", settings.same_area));
    view.flag("same_employer", chosen("same_employer", settings.same_employer));
    view.text("forms", call.field("forms", joined(settings.forms))).text("forms_fault", call.fault("forms"));
    return Page{"group_check", std::move(view)};
}

Result<Answer> change_settings(Call& call, Facilitator const& facilitator) {
    change(call, facilitator, TRY(read_settings(call.form)));
    return Done{"/groups/" + facilitator->group.id.text() + "/check"};
}

}  // namespace kith::screening
