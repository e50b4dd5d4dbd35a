#include "domain/groups/found.hpp"

#include "base/text.hpp"
#include "domain/acts/log.hpp"
#include "domain/groups/agreement.hpp"
#include "domain/groups/store.hpp"

namespace kith::groups {

Result<Founding> read_founding(Call const& call) {
    Founding founding;
    std::vector<Fault> faults;
    founding.name = text::one_line(call.form.value("group_name"));
    if (founding.name.empty() || text::characters(founding.name) > group_name_characters_max)
        faults.push_back({"group_name", "Give the group a name of at most 80 characters. Only its members see it."});
    founding.told_to_newcomers = text::many_lines(call.form.value("told_to_newcomers"));
    if (text::characters(founding.told_to_newcomers) > told_to_newcomers_characters_max)
        faults.push_back({"told_to_newcomers", "Keep this under 2,000 characters."});
    for (auto const& start : agreement_starts())
        if (start.key == call.form.value("agreement")) founding.agreement = start.body;
    if (founding.agreement.empty()) faults.push_back({"agreement", "Choose one of the three to start from."});
    if (!faults.empty()) return fail(Error::invalid(std::move(faults)));
    return founding;
}

void show_founding(Call const& call, html::View& view) {
    view.text("group_name", call.field("group_name")).text("group_name_fault", call.fault("group_name"));
    view.text("told_to_newcomers", call.field("told_to_newcomers"));
    view.text("told_to_newcomers_fault", call.fault("told_to_newcomers"));
    view.text("agreement_fault", call.fault("agreement"));
    html::View::List starts;
    auto const chosen = call.field("agreement", "brief");
    for (auto const& start : agreement_starts()) {
        html::View line;
        line.text("key", std::string{start.key})
            .text("start_name", std::string{start.name})
            .text("start_about", std::string{start.about})
            .flag("chosen", start.key == chosen);
        starts.push_back(std::move(line));
    }
    view.list("agreement_starts", std::move(starts));
}

GroupId found(sql::Transaction& transaction, Founding const& founding, PersonId founder, Capacity capacity, Time now) {
    Group group{GroupId::random(), founding.name, founding.told_to_newcomers, vouches_needed_default, 0, now};
    add(transaction, group);
    add_member(transaction, group.id, founder, Role::facilitator, capacity, std::nullopt, now);
    auto const version = write_agreement(transaction, group.id, founding.agreement, founder, now);
    accept_agreement(transaction, group.id, version, founder, now);
    acts::log(transaction, group.id, founder, Act::founded, "", "", now);
    return group.id;
}

}  // namespace kith::groups
