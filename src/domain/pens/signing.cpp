#include "domain/pens/signing.hpp"

#include <fmt/format.h>

#include "domain/pens/settings.hpp"
#include "domain/pens/store.hpp"
#include "domain/pens/writers.hpp"

namespace kith::pens {

namespace {

using html::Seen;

Error not_like_this(std::string words) { return Error::invalid(std::string{written_as_field}, std::move(words)); }

Result<std::optional<Pen>> chosen_pen(Call& call, Membership const& membership) {
    if (!settings_of(call.transaction(), membership.group.id).pen_names)
        return fail(not_like_this("This group does not allow pen-names."));
    auto pen = chosen(call.transaction(), membership.group.id, membership.person);
    if (!pen) return fail(not_like_this("You have no pen-name in this group. Choose one first."));
    return pen;
}

Result<std::optional<Pen>> nameless_pen(Call& call, Membership const& membership, Begins begins,
                                        std::optional<Pen> const& under) {
    if (!settings_of(call.transaction(), membership.group.id).nameless)
        return fail(not_like_this("This group does not allow posts without a name."));
    if (under && under->nameless && under->holder == membership.person) return under;
    return std::optional{make_nameless(call.transaction(), membership.group.id, membership.person, begins)};
}

}  // namespace

Result<WrittenAs> read_written_as(http::Form const& form) {
    if (!form.has(written_as_field)) return WrittenAs::own_name;
    if (auto const choice = value_named(ways_to_sign, form.value(written_as_field))) return *choice;
    return fail(not_like_this("Choose the name under which you write this."));
}

Result<std::optional<Pen>> pen_for(Call& call, Membership const& membership, WrittenAs as) {
    if (as == WrittenAs::own_name) return std::optional<Pen>{};
    if (as == WrittenAs::pen_name) return chosen_pen(call, membership);
    return nameless_pen(call, membership, Begins::thread, {});
}

Result<std::optional<Pen>> pen_for(Call& call, Membership const& membership, WrittenAs as,
                                   std::optional<Pen> const& under) {
    if (as != WrittenAs::nameless) return pen_for(call, membership, as);
    return nameless_pen(call, membership, Begins::nothing, under);
}

void add_signing(Call& call, html::View& view, Membership const& membership) {
    auto& transaction = call.transaction();
    auto const allowed = settings_of(transaction, membership.group.id);
    if (!allowed.any()) {
        view.null("signing");
        return;
    }
    auto const pen = allowed.pen_names ? chosen(transaction, membership.group.id, membership.person) : std::nullopt;
    auto const before = call.field(written_as_field, named(ways_to_sign, WrittenAs::own_name).stored);
    html::View::List options;
    auto const add = [&](WrittenAs as, std::string words) {
        html::View line;
        auto const value = named(ways_to_sign, as).stored;
        line.text("value", std::string{value}).text("words", std::move(words)).flag("chosen", before == value);
        options.push_back(std::move(line));
    };
    add(WrittenAs::own_name, "My name");
    if (pen) add(WrittenAs::pen_name, fmt::format("{}, my pen-name", pen->name));
    if (allowed.nameless) add(WrittenAs::nameless, "No name, this once");
    html::View signing;
    signing.list("sign_options", std::move(options));
    signing.text("sign_fault", call.fault(written_as_field));
    signing.text("could_say", could_say(transaction, membership));
    signing.text("pen_page", allowed.pen_names ? "/groups/" + membership.group.id.text() + "/pen-name" : "");
    view.child("signing", std::move(signing), Seen::by_templates_only);
}

std::string_view shown_beside(Pen const& pen) {
    if (pen.began) return "without a name, who began this";
    return named(ways_to_sign, pen.written_as()).words;
}

std::string in_log(Pen const& pen) { return pen.nameless ? "a member without a name" : pen.name; }

}  // namespace kith::pens
