#include "domain/admission/actions.hpp"
#include "domain/admission/endpoints.hpp"
#include "domain/admission/invitations.hpp"
#include "domain/groups/tabs.hpp"

namespace kith::admission {

namespace {

// Where this browser reaches us, for the link: as it named us itself.
std::string own_origin(http::Request const& request) {
    auto const scheme = request.scheme == http::Scheme::https ? "https://" : "http://";
    return scheme + std::string{request.header("host").value_or("localhost")};
}

html::View invitations_view(Call const& call, Reader const& reader) {
    html::View view;
    auto const group = reader->group.id;
    groups::add_tabs(view, *reader, "members");
    view.text("group_id", group.text()).text("group_name", reader->group.name);
    html::View::List list;
    for (auto const& open : open_invitations(call.transaction(), group, reader->person, call.now)) {
        html::View line;
        line.text("id", open.id.text())
            .text("how_known", open.how_known)
            .text("expires_at", iso(open.expires_at))
            .text("expires_in_words", in_words(open.expires_at));
        list.push_back(std::move(line));
    }
    view.list("invitations", std::move(list));
    view.number("vouches_needed", reader->group.vouches_needed);
    return view;
}

}  // namespace

Result<Answer> show_invitations(Call& call, Reader const& reader) {
    auto view = invitations_view(call, reader);
    view.text("how_known", call.field("how_known")).text("how_known_fault", call.fault("how_known"));
    view.null("made");
    return Page{"invitations", std::move(view)};
}

// Answers with the page itself, not with a way to it: link and code are shown this once.
Result<Answer> invite(Call& call, Reader const& reader) {
    auto const invited = TRY(invite(call, reader, call.form.value("how_known")));
    auto view = invitations_view(call, reader);
    view.text("id", invited.invitation.id.text()).text("how_known", "").text("how_known_fault", "");
    html::View made;
    made.text("link", own_origin(call.request) + "/invitation#" + invited.token)
        .text("code", invited.code)
        .text("page", own_origin(call.request) + "/invitation")
        .text("until", iso(invited.invitation.expires_at))
        .text("until_in_words", in_words(invited.invitation.expires_at));
    view.child("made", std::move(made));
    Answer answer{Page{"invitations", std::move(view), 201}};
    answer.headers.emplace_back("Location", "/groups/" + reader->group.id.text() + "/invitations");
    return answer;
}

Result<Answer> take_back(Call& call, Reader const& reader) {
    auto const id = TRY(call.id<Invitation>("invitation"));
    TRY(take_back(call, reader, id));
    return Done{"/groups/" + reader->group.id.text() + "/invitations"};
}

}  // namespace kith::admission
