#include "domain/leaving/endpoints.hpp"

#include "domain/groups/facilitators.hpp"
#include "domain/groups/tabs.hpp"
#include "domain/leaving/leaving.hpp"

namespace kith::leaving {

Result<Answer> show_leaving(Call& call, Reader const& reader) {
    auto const everyone = groups::members(call.transaction(), reader->group.id);
    html::View view;
    groups::add_tabs(view, *reader, "members");
    view.text("group_id", reader->group.id.text()).text("group_name", reader->group.name);
    auto const chosen = call.field("keeps", "with_name");
    view.flag("with_name", chosen == "with_name").flag("without_name", chosen == "without_name");
    view.flag("nothing", chosen == "nothing").text("keeps_fault", call.fault("keeps"));
    view.flag("is_last", everyone.size() == 1);
    bool const asks = groups::needs_successor(everyone, reader->person);
    html::View::List others;
    for (auto const& member : everyone) {
        if (!asks || member.person == reader->person) continue;
        html::View line;
        line.text("id", member.person.text())
            .text("name", member.name)
            .flag("chosen", call.field("successor") == member.person.text());
        others.push_back(std::move(line));
    }
    view.list("successors", std::move(others)).text("successor_fault", call.fault("successor"));
    return Page{"leave", std::move(view)};
}

Result<Answer> leave(Call& call, Reader const& reader) {
    auto const keeps = keeps_from(call.form.value("keeps"));
    if (!keeps) return fail(Error::invalid("keeps", "Choose what becomes of what you wrote."));
    TRY(leave(call, reader, *keeps, PersonId::parse(call.form.value("successor"))));
    return Done{"/groups"};
}

}  // namespace kith::leaving
