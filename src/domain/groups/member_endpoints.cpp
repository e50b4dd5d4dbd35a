#include <algorithm>

#include "domain/groups/endpoints.hpp"
#include "domain/groups/facilitators.hpp"
#include "domain/groups/tabs.hpp"
#include "domain/groups/views.hpp"

namespace kith::groups {

namespace {

html::View::List member_list(std::vector<MemberLine> const& everyone, Membership const& reader,
                             std::vector<InvitedBy> const& invited) {
    html::View::List list;
    for (auto const& member : everyone) {
        bool const facilitator = member.role == Role::facilitator;
        auto const by = std::ranges::find(invited, member.person, &InvitedBy::person);
        html::View line;
        line.text("invited_by", by == invited.end() ? std::string{} : by->inviter);
        line.text("id", member.person.text())
            .text("name", member.name)
            .text("capacity", std::string{in_words(member.capacity)})
            .flag("facilitator", facilitator)
            .flag("is_me", member.person == reader.person)
            .text("joined_at", iso(member.joined_at))
            .text("joined_in_words", in_words(member.joined_at))
            .flag("can_be_made_facilitator", reader.facilitates() && !facilitator);
        list.push_back(std::move(line));
    }
    return list;
}

std::string path_of(Membership const& membership) { return "/groups/" + membership.group.id.text(); }

}  // namespace

Result<Answer> show_members(Call& call, Reader const& reader) {
    auto const everyone = members(call.transaction(), reader->group.id);
    auto const facilitators = std::ranges::count(everyone, Role::facilitator, &MemberLine::role);
    html::View view;
    add_tabs(view, *reader, "members", everyone);
    view.text("group_id", reader->group.id.text());
    view.list("peers", counted_capacities(everyone))
        .list("members", member_list(everyone, *reader, inviters(call.transaction(), reader->group.id)));
    view.number("waiting_count", waiting_newcomers(call.transaction(), reader->group.id));
    view.flag("facilitates", reader->facilitates()).flag("may_step_down", reader->facilitates() && facilitators > 1);
    return Page{"members", std::move(view)};
}

Result<Answer> name_facilitator(Call& call, Facilitator const& facilitator) {
    auto const person = PersonId::parse(call.form.value("person"));
    if (!person) return fail(Error::conflict("This person is not in the group any more."));
    TRY(make_facilitator(call, *facilitator, *person));
    return Done{path_of(*facilitator) + "/members"};
}

Result<Answer> stop_facilitating(Call& call, Facilitator const& facilitator) {
    TRY(step_down(call, facilitator));
    return Done{path_of(*facilitator) + "/members"};
}

}  // namespace kith::groups
