#include "domain/pens/naming.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/text.hpp"
#include "domain/groups/store.hpp"
#include "domain/pens/likeness.hpp"
#include "domain/pens/settings.hpp"
#include "domain/pens/store.hpp"

namespace kith::pens {

namespace {

// What is said in place of a name.
constexpr std::string_view reserved[] = {nameless_name, "A former member", "Facilitator", "Somebody", "Kith"};

Error no_good(std::string words) { return Error::invalid("name", std::move(words)); }

Result<std::string> checked(sql::Transaction& transaction, GroupId group, std::string_view wanted) {
    auto name = text::one_line(wanted);
    auto const length = text::characters(name);
    if (length < pen_name_characters_min || length > pen_name_characters_max)
        return fail(no_good(
            fmt::format("Choose a name of {} to {} letters.", pen_name_characters_min, pen_name_characters_max)));
    auto const likeness = likeness_of(name);
    if (!is_plain(name) || likeness.size() < pen_name_characters_min)
        return fail(no_good("Use letters, digits and spaces."));
    auto const looks_like_it = [&](std::string_view other) { return looks_like(name, other); };
    auto const members = groups::members(transaction, group);
    if (std::ranges::any_of(members, looks_like_it, &groups::MemberLine::name))
        return fail(no_good("This looks like the name of somebody in the group. Choose another."));
    if (std::ranges::any_of(reserved, [&](auto each) { return likeness_of(each) == likeness; }))
        return fail(no_good("This could be misread. Choose another."));
    return name;
}

}  // namespace

Result<void> take_pen_name(Call& call, Speaker const& speaker, std::string_view wanted) {
    auto& transaction = call.transaction();
    auto const group = speaker->group.id;
    if (text::one_line(wanted).empty()) {
        lay_down(transaction, group, speaker->person);
        return {};
    }
    if (!settings_of(transaction, group).pen_names)
        return fail(Error::forbidden("This group does not allow pen-names."));
    auto const name = TRY(checked(transaction, group, wanted));
    if (auto const now = chosen(transaction, group, speaker->person); now && now->name == name) return {};
    if (!owns(transaction, group, speaker->person, name) &&
        count_of(transaction, group, speaker->person) >= pen_names_of_member_max)
        return fail(
            no_good(fmt::format("You have had {} pen-names here. Take one of them again.", pen_names_of_member_max)));
    if (!choose(transaction, group, speaker->person, name))
        return fail(no_good("This is, or was, the pen-name of somebody here. Choose another."));
    return {};
}

}  // namespace kith::pens
