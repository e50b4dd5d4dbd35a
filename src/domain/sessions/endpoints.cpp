#include "domain/sessions/endpoints.hpp"

#include "domain/people/quiet.hpp"
#include "domain/people/store.hpp"
#include "domain/proofs/codes.hpp"
#include "domain/proofs/passkeys.hpp"
#include "domain/sessions/actions.hpp"
#include "domain/sessions/store.hpp"
#include "platform/crypto/password.hpp"
#include "platform/http/cookie.hpp"
#include "platform/proofs/passkey.hpp"

namespace kith::sessions {

namespace {

// Where to go on after signing in: a path of this place, never another site.
std::string way_back(std::string_view wished) {
    bool const ours =
        wished.starts_with('/') && !wished.starts_with("//") && wished.find('\\') == wished.npos && wished.size() < 200;
    return ours ? std::string{wished} : "/groups";
}

Answer come_in(Call& call, Opened const& opened) {
    Answer answer{Done{way_back(call.form.value("back")), opened.session.id.text()}};
    answer.headers.emplace_back("Set-Cookie", http::set_session_cookie(opened.secret, session_lifetime));
    return answer;
}

Answer code_page(Call& call, std::string half, std::string back) {
    html::View view;
    view.text("half", std::move(half)).text("back", std::move(back)).text("digits_fault", call.fault("digits"));
    return Page{"sign_in_code", std::move(view)};
}

// A program cannot say that somebody sits before it.
Result<void> only_by_people(Call const& call) {
    if (call.viewer().session_kind == SessionKind::token) return fail(Error::forbidden("Sign in with a browser."));
    return {};
}

}  // namespace

Result<Answer> show_sign_in(Call& call, Anyone const&) {
    html::View view;
    view.text("email", call.field("email")).text("email_fault", call.fault("email"));
    view.text("password_fault", call.fault("password"));
    view.text("back", call.field("back", call.form.value("back")));
    view.text("passkey_fault", call.fault("passkey"));
    return Page{"sign_in", std::move(view)};
}

Result<Answer> sign_in(Call& call, Anyone const&) {
    auto const signed_in = TRY(sign_in(call.services, call.form.value("email"), call.form.value("password"),
                                       label_of(call.request), call.now));
    if (!signed_in.opened) return code_page(call, signed_in.half, std::string{call.form.value("back")});
    return come_in(call, *signed_in.opened);
}

// The page of a code that was refused; by itself it has no half to go on from.
Result<Answer> show_code(Call& call, Anyone const&) {
    if (!call.refusal) return Done{"/session"};
    return code_page(call, call.field("half"), call.field("back"));
}

Result<Answer> sign_in_by_code(Call& call, Anyone const&) {
    return come_in(call, TRY(sign_in_by_code(call.services, call.form.value("half"), call.form.value("digits"),
                                             label_of(call.request), call.now)));
}

// What a device is asked, for signing in and for showing once more that it is them.
Result<Answer> begin_passkey(Call& call, Anyone const&) {
    html::View view;
    view.text("challenge", proofs::begin_ceremony(call.transaction(), std::nullopt, call.now));
    view.text("place", std::string{proofs::place_of(call.origin())});
    return Page{"passkey_asked", std::move(view)};
}

Result<Answer> sign_in_by_passkey(Call& call, Anyone const&) {
    auto const shown = TRY(proofs::look_at_passkey(call));
    return come_in(call, TRY(call.services.database.write([&](sql::Transaction& transaction) -> Result<Opened> {
                       TRY(proofs::take(transaction, shown, call.now));
                       return come_in(transaction, shown.passkey.person, label_of(call.request), call.now);
                   })));
}

Result<Answer> show_confirming(Call& call, SignedIn const&) {
    auto const person = people::find(call.transaction(), call.viewer().person);
    if (!person) return fail(Error::not_found());
    html::View view;
    view.text("email", person->email, html::Seen::by_templates_only);
    view.text("back", call.field("back", call.form.value("back")));
    view.flag("asks_for_code", proofs::asks_for_code(call.transaction(), person->id));
    view.flag("has_passkeys", !proofs::passkeys_of(call.transaction(), person->id).empty());
    view.text("password_fault", call.fault("password")).text("digits_fault", call.fault("digits"));
    view.text("passkey_fault", call.fault("passkey"));
    return Page{"confirm_me", std::move(view)};
}

Result<Answer> confirm_by_password(Call& call, SignedIn const&) {
    TRY(only_by_people(call));
    auto const id = call.viewer().person;
    auto const hash = call.services.database.read(
        [&](sql::Transaction& transaction) { return people::password_hash_of(transaction, id); });
    if (!hash) return fail(Error::not_found());
    if (!crypto::password_matches(*hash, call.form.value("password")))
        return fail(Error::invalid("password", "This is not your password. Try again."));
    auto const right = TRY(call.services.database.write([&](sql::Transaction& transaction) -> Result<bool> {
        if (proofs::asks_for_code(transaction, id) &&
            proofs::take_code(transaction, id, call.form.value("digits"), call.now) == proofs::Took::nothing)
            return false;
        confirm(transaction, call.viewer().session, call.now);
        return true;
    }));
    if (!right) return fail(Error::invalid("digits", "This is not the code of now. Wait for the next one."));
    return Done{way_back(call.form.value("back"))};
}

Result<Answer> confirm_by_passkey(Call& call, SignedIn const&) {
    TRY(only_by_people(call));
    auto const shown = TRY(proofs::look_at_passkey(call));
    if (shown.passkey.person != call.viewer().person)
        return fail(Error::invalid("passkey", "That belongs to another account here. Choose the other one."));
    TRY(call.services.database.write([&](sql::Transaction& transaction) -> Result<void> {
        TRY(proofs::take(transaction, shown, call.now));
        confirm(transaction, call.viewer().session, call.now);
        return {};
    }));
    return Done{way_back(call.form.value("back"))};
}

// What the app on a device asks of its own session: whose it is, what it seals read pages under, whether its icon may
// show a dot now. The cookie is for the worker alone, and for as long as the browser runs: so that a worker that was
// put to sleep finds it again, off line too, and it lies in no file of ours on the device.
Result<Answer> show_device(Call& call, SignedIn const&) {
    auto const& viewer = call.viewer();
    auto const secret = page_secret_of(call.transaction(), viewer.session);
    auto const settings = people::quiet_settings_of(call.transaction(), viewer.person);
    html::View view;
    view.text("person", viewer.person.text()).text("page_key", secret.value_or(""));
    view.flag("badge", settings.badge && !people::is_quiet(settings, call.now));
    Answer answer{Page{"device", std::move(view)}};
    if (secret)
        answer.headers.emplace_back("Set-Cookie", http::set_worker_cookie(viewer.person.text() + "." + *secret));
    return answer;
}

Result<Answer> sign_out(Call& call, SignedIn const&) {
    end(call.transaction(), call.viewer().person, call.viewer().session);
    call.announce(
        {.what = Event::What::session_ended, .session = call.viewer().session, .actor = call.viewer().person});
    Answer answer{Done{"/session"}};
    answer.headers.emplace_back("Set-Cookie", http::clear_session_cookie());
    answer.headers.emplace_back("Set-Cookie", http::clear_worker_cookie());
    answer.headers.emplace_back("Clear-Site-Data", "\"cache\", \"storage\"");
    return answer;
}

}  // namespace kith::sessions
