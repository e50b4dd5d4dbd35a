#include <charconv>

#include "base/text.hpp"
#include "domain/acts/log.hpp"
#include "domain/groups/agreement.hpp"
#include "domain/groups/endpoints.hpp"
#include "domain/groups/tabs.hpp"
#include "platform/html/markdown.hpp"

namespace kith::groups {

namespace {

// 0, which is no version, for anything that is not a number.
std::int64_t number_in(std::string_view text) {
    std::int64_t number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() ? number : 0;
}

std::string path_of(Membership const& membership) { return "/groups/" + membership.group.id.text() + "/agreement"; }

html::View version_view(Call const& call, Membership const& membership, Agreement const& agreement) {
    html::View view;
    add_tabs(view, membership, "agreement");
    view.text("group_id", membership.group.id.text()).number("version", agreement.version);
    view.text("body", agreement.body).markup("body_html", html::markdown(agreement.body));
    view.text("written_by", agreement.written_by.empty() ? "A former member" : agreement.written_by);
    view.text("written_at", iso(agreement.written_at)).text("written_in_words", in_words(agreement.written_at));
    html::View::List list;
    for (auto const& acceptance : acceptances(call.transaction(), membership.group.id, agreement.version)) {
        html::View line;
        line.text("name", acceptance.name)
            .text("accepted_at", iso(acceptance.accepted_at))
            .text("accepted_in_words", in_words(acceptance.accepted_at));
        list.push_back(std::move(line));
    }
    view.list("acceptances", std::move(list));
    return view;
}

}  // namespace

Result<Answer> show_agreement(Call& call, Reader const& reader) {
    auto const agreement = current_agreement(call.transaction(), reader->group.id);
    if (!agreement) return fail(Error::not_found());
    auto view = version_view(call, *reader, *agreement);
    view.flag("must_accept", !reader->has_agreed()).flag("facilitates", reader->facilitates());
    view.text("accept_fault", call.fault("accept"));
    html::View::List earlier;
    for (auto const& version : agreement_versions(call.transaction(), reader->group.id)) {
        if (version.version == agreement->version) continue;
        html::View line;
        line.number("earlier_version", version.version)
            .text("earlier_by", version.written_by.empty() ? "A former member" : version.written_by)
            .text("earlier_at", iso(version.written_at))
            .text("earlier_in_words", in_words(version.written_at));
        earlier.push_back(std::move(line));
    }
    view.list("earlier", std::move(earlier));
    return Page{"agreement", std::move(view)};
}

Result<Answer> show_version(Call& call, Reader const& reader) {
    auto const version = agreement_version(call.transaction(), reader->group.id, number_in(call.part("version")));
    if (!version) return fail(Error::not_found());
    auto view = version_view(call, *reader, *version);
    view.flag("current", version->version == reader->agreement_version);
    return Page{"agreement_version", std::move(view)};
}

Result<Answer> accept(Call& call, Reader const& reader) {
    if (!call.form.has("accept")) return fail(Error::invalid("accept", "Tick the box when you accept the agreement."));
    if (number_in(call.form.value("version")) != reader->agreement_version)
        return fail(Error::conflict("The agreement has changed while you were reading. Please read it again."));
    accept_agreement(call.transaction(), reader->group.id, reader->agreement_version, reader->person, call.now);
    return Done{"/groups/" + reader->group.id.text()};
}

Result<Answer> show_rewriting(Call& call, Facilitator const& facilitator) {
    auto const agreement = current_agreement(call.transaction(), facilitator->group.id).value_or(Agreement{});
    html::View view;
    add_tabs(view, *facilitator, "agreement");
    view.text("group_id", facilitator->group.id.text());
    view.text("version", call.field("version", std::to_string(agreement.version)));
    view.text("body", call.field("body", agreement.body)).text("body_fault", call.fault("body"));
    return Page{"agreement_edit", std::move(view)};
}

// A new version; who wrote it has accepted it, everyone else does before they next write.
Result<Answer> rewrite(Call& call, Facilitator const& facilitator) {
    auto& transaction = call.transaction();
    auto const group = facilitator->group.id;
    auto const body = text::many_lines(call.form.value("body"));
    if (text::trim(body).empty()) return fail(Error::invalid("body", "Write what you agree on."));
    if (text::characters(body) > agreement_characters_max)
        return fail(Error::invalid("body", "Keep the agreement under 20,000 characters."));
    auto const before = current_agreement(transaction, group);
    if (before && number_in(call.form.value("version")) != before->version)
        return fail(
            Error::conflict("Somebody else has changed the agreement meanwhile. Your words are kept: compare "
                            "them with the agreement as it is now."));
    if (before && body == before->body) return fail(Error::invalid("body", "Nothing is different yet."));
    auto const version = write_agreement(transaction, group, body, facilitator->person, call.now);
    accept_agreement(transaction, group, version, facilitator->person, call.now);
    acts::log(transaction, group, facilitator->person, Act::wrote_agreement, "version " + std::to_string(version), "",
              call.now);
    call.announce({.what = Event::What::agreement_changed, .group = group, .actor = facilitator->person});
    return Done{path_of(*facilitator), std::to_string(version)};
}

}  // namespace kith::groups
