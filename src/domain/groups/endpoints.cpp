#include "domain/groups/endpoints.hpp"

#include "domain/groups/found.hpp"
#include "domain/groups/store.hpp"
#include "domain/people/store.hpp"

namespace kith::groups {

Result<Answer> list(Call& call, SignedIn const&) {
    html::View view;
    html::View::List groups;
    for (auto const& listed : of_person(call.transaction(), call.viewer().person)) {
        html::View line;
        line.text("id", listed.id.text())
            .text("name", listed.name)
            .flag("has_new", listed.has_new)
            .flag("facilitates", listed.role == Role::facilitator);
        groups.push_back(std::move(line));
    }
    view.list("groups", std::move(groups));
    html::View::List asked;
    for (auto const& request : asked_by(call.transaction(), call.viewer().person)) {
        html::View line;
        line.text("asked_id", request.id.text())
            .text("asked_name", request.group_name)
            .flag("submitted", request.submitted);
        asked.push_back(std::move(line));
    }
    view.list("asked", std::move(asked));
    return Page{"groups", std::move(view)};
}

Result<Answer> show_founding_page(Call& call, SignedIn const&) {
    html::View view;
    show_founding(call, view);
    return Page{"found_group", std::move(view)};
}

Result<Answer> create(Call& call, SignedIn const&) {
    auto const founding = TRY(read_founding(call));
    auto const founder = people::find(call.transaction(), call.viewer().person);
    if (!founder) return fail(Error::not_found());
    auto const id = found(call.transaction(), founding, founder->id, founder->capacity, call.now);
    return Done{"/groups/" + id.text(), id.text()};
}

}  // namespace kith::groups
