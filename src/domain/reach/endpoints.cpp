#include "domain/reach/endpoints.hpp"

#include "base/text.hpp"
#include "domain/me/tabs.hpp"
#include "domain/people/store.hpp"
#include "domain/reach/addresses.hpp"
#include "domain/reach/devices.hpp"
#include "domain/reach/jobs.hpp"
#include "domain/reach/plan.hpp"
#include "domain/reach/store.hpp"
#include "platform/crypto/token.hpp"
#include "platform/jobs/queue.hpp"

namespace kith::reach {

namespace {

constexpr char choice_mark = ':';

void add_address(Call& call, html::View& view) {
    auto const address = address_of(call.transaction(), call.viewer().person);
    auto const person = people::find(call.transaction(), call.viewer().person);
    bool const confirmed = address && address->confirmed_at;
    bool const asked = address && address->stopped == MailStop::asked;
    bool const refused = address && address->stopped == MailStop::address_refused;
    view.flag("sends_mail", call.services.outside.mail);
    view.text("address", address ? address->address : std::string{});
    view.flag("no_address", !address, html::Seen::by_templates_only);
    view.flag("waits_for_yes", address && !confirmed);
    view.flag("takes_letters", address && address->takes_letters());
    view.flag("stopped", confirmed && asked).flag("refused", refused);
    view.text("refused_on", refused ? in_words(*address->stopped_at) : std::string{}, html::Seen::by_templates_only);
    auto const offered = address ? address->address : person ? person->email : std::string{};
    view.text("email", call.field("email", offered), html::Seen::by_templates_only);
    view.text("email_fault", call.fault("email"));
}

void add_choices(Call& call, html::View& view) {
    html::View::List groups;
    for (auto const& choice : choices_of(call.transaction(), call.viewer().person)) {
        html::View line, list;
        html::View::List options;
        for (auto const each : how_soon_choices) {
            html::View option;
            option.text("value", choice.group.text() + choice_mark + std::string{stored(each)});
            option.text("words", std::string{in_words(each)}).flag("chosen", each == choice.how_soon);
            options.push_back(std::move(option));
        }
        line.text("id", choice.group.text()).text("name", choice.group_name);
        line.text("how_soon", std::string{stored(choice.how_soon)});
        line.list("options", std::move(options), html::Seen::by_templates_only);
        groups.push_back(std::move(line));
    }
    view.list("groups", std::move(groups));
}

void add_devices(Call& call, html::View& view) {
    view.text("push_key", call.services.outside.push_key);
    html::View::List devices;
    for (auto const& device : devices_of(call.transaction(), call.viewer().person)) {
        html::View line;
        line.text("id", device.id.text()).text("label", device.label);
        line.text("made_at", iso(device.made_at)).text("made_in_words", in_words(device.made_at));
        devices.push_back(std::move(line));
    }
    view.list("devices", std::move(devices));
}

}  // namespace

Result<Answer> show_reaching(Call& call, SignedIn const&) {
    html::View view;
    me::add_tabs(view, "/me/reach");
    view.flag("saved", call.form.has("saved"), html::Seen::by_templates_only);
    add_address(call, view);
    add_devices(call, view);
    add_choices(call, view);
    return Page{"reach", std::move(view)};
}

// Each choice is "GROUP:HOW_SOON". One for a group that I am not in is passed over, like one for no group at all.
Result<Answer> save_choices(Call& call, SignedIn const&) {
    auto const person = call.viewer().person;
    for (auto const choice : call.form.values("choice")) {
        auto const mark = choice.find(choice_mark);
        auto const group = GroupId::parse(choice.substr(0, mark));
        auto const how_soon = mark == choice.npos ? std::nullopt : how_soon_from(choice.substr(mark + 1));
        if (!group || !how_soon) return fail(Error::invalid("choice", "Choose how soon for each group."));
        choose(call.transaction(), person, *group, *how_soon);
    }
    make_fresh(call.transaction(), person);
    return Done{"/me/reach?saved=yes"};
}

Result<Answer> give_address(Call& call, SignedIn const&) {
    auto& transaction = call.transaction();
    auto const person = call.viewer().person;
    if (!call.services.outside.mail) return fail(Error::conflict("This place sends no e-mail."));
    auto const address = mail::Address::parse(text::trim(call.form.value("email")));
    if (!address) return fail(Error::invalid("email", "Write your e-mail address, like ada@example.org."));
    if (auto const before = address_of(transaction, person); before && call.now - before->asked_at < confirm_gap)
        return fail(Error::conflict(
            "A link was sent a moment ago. Look for it first; in ten minutes you can ask for another."));
    set_address(transaction, person, address->text(), crypto::random_token(), crypto::random_token(), call.now);
    jobs::add(transaction, mail_job, person.bytes, MailTask{}.stored(), call.now, call.now);
    return Done{"/me/reach"};
}

Result<Answer> stop_letters(Call& call, SignedIn const&) {
    stop(call.transaction(), call.viewer().person, MailStop::asked, call.now);
    return Done{"/me/reach"};
}

// An address that refused a letter is asked once more, by a new link.
Result<Answer> letters_again(Call& call, SignedIn const&) {
    auto const address = address_of(call.transaction(), call.viewer().person);
    if (!address || address->stopped != MailStop::asked)
        return fail(Error::conflict("Send a link to your address first."));
    begin_again(call.transaction(), call.viewer().person);
    set_times(call.transaction(), call.viewer().person, call.now);
    return Done{"/me/reach"};
}

}  // namespace kith::reach
