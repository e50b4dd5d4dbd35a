#include "domain/groups/tabs.hpp"

#include <algorithm>

namespace kith::groups {

namespace {

enum class Facilitators { enough, one_more };

void add_tab(html::View::List& tabs, std::string href, std::string label, bool current) {
    html::View tab;
    tab.text("href", std::move(href)).text("label", std::move(label)).flag("current", current);
    tabs.push_back(std::move(tab));
}

void add(html::View& view, Membership const& membership, std::string_view current, Facilitators facilitators) {
    auto const path = "/groups/" + membership.group.id.text();
    html::View::List tabs;
    add_tab(tabs, path, "Talk", current == "talk");
    add_tab(tabs, path + "/asks", "Asks", current == "asks");
    add_tab(tabs, path + "/members", "Members", current == "members");
    add_tab(tabs, path + "/agreement", "Agreement", current == "agreement");
    add_tab(tabs, path + "/search", "Search", current == "search");
    add_tab(tabs, path + "/log", "Log", current == "log");
    if (membership.facilitates()) add_tab(tabs, path + "/care", "For facilitators", current == "care");
    html::View shown;
    shown.text("tabs_group_name", membership.group.name)
        .text("tabs_path", path)
        // Where people talk the page itself says which group it is.
        .flag("tabs_name_group", current != "talk")
        .list("tabs", std::move(tabs))
        .flag("tabs_must_accept", !membership.has_agreed() && current != "agreement")
        .flag("tabs_wants_facilitator", facilitators == Facilitators::one_more);
    view.child("group_tabs", std::move(shown), html::Seen::by_templates_only);
}

}  // namespace

void add_tabs(html::View& view, Membership const& membership, std::string_view current) {
    add(view, membership, current, Facilitators::enough);
}

void add_tabs(html::View& view, Membership const& membership, std::string_view current,
              std::vector<MemberLine> const& members) {
    add(view, membership, current, wants_facilitator(members) ? Facilitators::one_more : Facilitators::enough);
}

void add_tabs(html::View& view, Membership const& membership, std::string_view current, sql::Transaction& transaction) {
    bool const alone = membership.facilitates() && facilitates_alone(transaction, membership.group.id);
    add(view, membership, current, alone ? Facilitators::one_more : Facilitators::enough);
}

bool wants_facilitator(std::vector<MemberLine> const& members) {
    auto const there = std::ranges::count(members, Role::facilitator, &MemberLine::role);
    return there < std::min<std::ptrdiff_t>(facilitators_wanted, static_cast<std::ptrdiff_t>(members.size()));
}

}  // namespace kith::groups
