// Where I am signed in, tokens for programs, and the password.
#include <fmt/format.h>

#include "base/text.hpp"
#include "domain/me/endpoints.hpp"
#include "domain/me/password.hpp"
#include "domain/me/tabs.hpp"
#include "domain/people/sign_up.hpp"
#include "domain/people/store.hpp"
#include "domain/proofs/log.hpp"
#include "domain/sessions/actions.hpp"
#include "domain/sessions/store.hpp"
#include "platform/crypto/password.hpp"

namespace kith::me {

namespace {

constexpr std::size_t tokens_max = 20;

// "21 November 2026"
std::string day_in_words(Time time) {
    auto const words = in_words(time);
    return words.substr(0, words.find(','));
}

html::View session_view(Session const& session, SessionId current) {
    html::View view;
    view.text("id", session.id.text()).text("label", session.label);
    view.text("made_at", iso(session.made_at)).text("made_in_words", in_words(session.made_at));
    view.text("used_on", iso_day(session.used_on)).text("used_in_words", day_in_words(session.used_on));
    view.text("expires_on", iso_day(session.expires_at)).text("expires_in_words", day_in_words(session.expires_at));
    view.flag("current", session.id == current);
    return view;
}

html::View::List sessions_view(Call& call, SessionKind kind) {
    html::View::List list;
    for (auto const& session : sessions::of_person(call.transaction(), call.viewer().person, call.now))
        if (session.kind == kind) list.push_back(session_view(session, call.viewer().session));
    return list;
}

std::vector<Session> tokens_of(Call& call) {
    auto all = sessions::of_person(call.transaction(), call.viewer().person, call.now);
    std::erase_if(all, [](Session const& session) { return session.kind != SessionKind::token; });
    return all;
}

// The open pages of a session that ended are closed.
void announce_end(Call& call, SessionId session) {
    call.announce({.what = Event::What::session_ended, .session = session, .actor = call.viewer().person});
}

}  // namespace

Result<Answer> show_sessions(Call& call, SignedIn const&) {
    html::View view;
    add_tabs(view, "/me/sessions");
    auto list = sessions_view(call, SessionKind::browser);
    view.flag("there_are_others", list.size() > 1, html::Seen::by_templates_only);
    view.list("sessions", std::move(list));
    return Page{"my_sessions", std::move(view)};
}

Result<Answer> end_session(Call& call, SignedIn const&) {
    auto const id = TRY(call.id<Session>("session"));
    auto const all = sessions::of_person(call.transaction(), call.viewer().person, call.now);
    auto const found = std::ranges::find(all, id, &Session::id);
    if (found == all.end() || !sessions::end(call.transaction(), call.viewer().person, id))
        return fail(Error::not_found());
    announce_end(call, id);
    return Done{found->kind == SessionKind::token ? "/me/tokens" : "/me/sessions"};
}

// Every other browser; tokens are ended one by one, because a program cannot sign in again by itself.
Result<Answer> end_others(Call& call, SignedIn const&) {
    auto& transaction = call.transaction();
    auto const person = call.viewer().person;
    for (auto const& session : sessions::of_person(transaction, person, call.now)) {
        if (session.kind != SessionKind::browser || session.id == call.viewer().session) continue;
        if (sessions::end(transaction, person, session.id)) announce_end(call, session.id);
    }
    return Done{"/me/sessions"};
}

Result<Answer> show_tokens(Call& call, SignedIn const&) {
    html::View view;
    add_tabs(view, "/me/tokens");
    view.list("tokens", sessions_view(call, SessionKind::token));
    view.text("label", call.field("label"), html::Seen::by_templates_only).text("label_fault", call.fault("label"));
    return Page{"my_tokens", std::move(view)};
}

// The answer itself shows the secret, this once: nothing but its hash is kept. A form that is sent again makes
// another token, for the same reason; the first can be ended.
Result<Answer> make_token(Call& call, Confirmed const&) {
    if (call.viewer().session_kind == SessionKind::token)
        return fail(Error::forbidden("A token cannot make another. Sign in with a browser to make one."));
    auto label = text::one_line(call.form.value("label"));
    if (label.empty() || text::characters(label) > session_label_characters_max)
        return fail(Error::invalid("label", "Give it a name, so that you know later what it was for."));
    if (tokens_of(call).size() >= tokens_max)
        return fail(Error::conflict(fmt::format("You have {} tokens. End one first.", tokens_max)));
    auto const opened =
        sessions::open(call.transaction(), call.viewer().person, SessionKind::token, std::move(label), call.now);
    html::View view;
    add_tabs(view, "/me/tokens");
    view.text("id", opened.session.id.text()).text("label", opened.session.label).text("token", opened.secret);
    view.text("expires_on", iso_day(opened.session.expires_at));
    view.text("expires_in_words", day_in_words(opened.session.expires_at));
    return Page{"token_made", std::move(view), 201};
}

Result<Answer> show_password(Call& call, SignedIn const&) {
    html::View view;
    add_tabs(view, "/me/getting-in");
    view.flag("saved", call.form.has("saved"), html::Seen::by_templates_only);
    view.text("current_password_fault", call.fault("current_password"));
    view.flag("confirmed", call.viewer().is_confirmed(call.now));
    view.text("new_password_fault", call.fault("new_password"));
    view.number("password_characters_min", static_cast<std::int64_t>(crypto::password_characters_min));
    return Page{"my_password", std::move(view)};
}

Result<Answer> change_password(Call& call, SignedIn const&) {
    auto const person = TRY(confirm_here(call, "current_password"));
    auto const wished = call.form.value("new_password");
    if (auto fault = people::fault_of_password(wished, person))
        return fail(Error::invalid("new_password", std::move(*fault)));
    auto const hash = crypto::hash_password(wished);
    auto const ended =
        TRY(call.services.database.write([&](sql::Transaction& transaction) -> Result<std::vector<SessionId>> {
            people::set_password_hash(transaction, person.id, hash);
            proofs::note(transaction, person.id, proofs::Deed::password_changed, sessions::label_of(call.request),
                         call.now);
            return sessions::end_others(transaction, person.id, call.viewer().session);
        }));
    for (auto const& session : ended) announce_end(call, session);
    return Done{"/me/password?saved=yes"};
}

}  // namespace kith::me
