// Before any endpoint: who asks, and was this really sent by them from our own pages.
#include "app/app.hpp"
#include "app/csrf.hpp"
#include "base/text.hpp"
#include "domain/people/person.hpp"
#include "domain/sessions/store.hpp"
#include "platform/http/cookie.hpp"

namespace kith::app {

namespace {

constexpr std::string_view writer_header{"kith-writer"};  // web/base/sender.ts

constexpr std::int64_t day_milliseconds = 24 * 60 * 60 * 1000;

bool is_json(http::Request const& request) {
    return request.header("content-type").value_or("").starts_with("application/json");
}

std::string_view secret_in(http::Request const& request) {
    auto const bearer = request.bearer();
    return bearer.empty() ? request.cookie(http::session_cookie).value_or("") : bearer;
}

}  // namespace

void App::identify(Call& call) {
    call.who.reset();
    auto const bearer = call.request.bearer();
    auto const secret = secret_in(call.request);
    if (secret.empty()) return;
    auto const look = [&](sql::Transaction& transaction) {
        return sessions::find_viewer(transaction, secret, call.now);
    };
    auto found = call.entered() ? look(call.transaction()) : services_.database.read(look);
    if (!found) return;
    auto const wanted = bearer.empty() ? SessionKind::browser : SessionKind::token;
    if (found->viewer.session_kind != wanted) return;  // a token is no cookie, a cookie no token
    Time const today{call.now.milliseconds / day_milliseconds * day_milliseconds};
    if (found->used_on < today)
        services_.later([id = found->viewer.session, today](sql::Transaction& transaction) {
            sessions::note_use(transaction, id, today);
        });
    known_.note(secret);
    call.who = std::move(found->viewer);
}

bool App::knows(http::Request const& head) const { return known_.hold(secret_in(head)); }

// Without a look into the database: how often this address asks, and where the request comes from.
Result<void> App::admit_sender(http::Request const& request) {
    if (settings_.limits == Limits::as_usual) {
        if (auto wait = rates_.take("address " + request.peer, requests_per_address, services_.now()))
            return fail(Error::too_many(*wait));
    }
    if (http::is_safe(request.method) || !request.bearer().empty()) return {};
    auto const site = request.header("sec-fetch-site").value_or("");
    auto const origin = request.header("origin").value_or("");
    bool const foreign_site = !site.empty() && site != "same-origin" && site != "none";
    // Under our own Referrer-Policy a browser writes "null" even for forms of our pages. Then Sec-Fetch-Site, which
    // no page can forge, says whose they are; browsers from before it (Safari 16.3) are left to the CSRF token.
    bool const told_otherwise = origin == "null" && (site == "same-origin" || site.empty());
    bool const foreign_origin =
        !origin.empty() && !told_otherwise && origin != http::own_origin(request, settings_.origin);
    if (foreign_site || foreign_origin)
        return fail(Error::forbidden("This form was not sent from a page of this place."));
    return {};
}

// What anyone may send is where secrets are guessed: passwords, invitations, the host link. Counted by
// address and, where an account is named, by account, whether there is one or not.
Result<void> App::admit_attempt(Call const& call, Row const& row) {
    if (settings_.limits == Limits::off || http::is_safe(row.method) || row.opens != Opens::to_anyone) return {};
    if (auto wait = rates_.take("attempt " + call.request.peer, attempts_per_address, call.now))
        return fail(Error::too_many(*wait));
    auto const email = text::ascii_lower(text::trim(call.form.value("email")));
    if (email.empty()) return {};
    if (auto wait = rates_.take("account " + email.substr(0, email_bytes_max), attempts_per_account, call.now))
        return fail(Error::too_many(*wait));
    return {};
}

Result<void> App::admit_change(Call const& call) {
    if (settings_.limits == Limits::off || !call.who) return {};
    if (auto wait = rates_.take("person " + call.who->person.text(), changes_per_person, call.now))
        return fail(Error::too_many(*wait));
    // Where a password or a code is asked for once more, whoever holds a session that is not theirs could guess it.
    if (call.form.has("password") || call.form.has("current_password") || call.form.has("digits") ||
        call.form.has("spoken"))
        if (auto wait = rates_.take("confirm " + call.who->person.text(), attempts_per_account, call.now))
            return fail(Error::too_many(*wait));
    return {};
}

// With the session known. A form of a signed-in browser carries the token that was put into it; JSON needs
// none, because no page of another place can send it with our cookie (the browser asks in advance, and we never say
// yes).
Result<void> App::admit(Call const& call, Row const& row) const {
    if (!call.who) {
        if (row.opens == Opens::to_anyone) return {};
        return fail(Error::forbidden("Sign in first."));  // answer_row sends them to sign in
    }
    if (http::is_safe(row.method)) return {};
    // What was written waits on a device for the line, and by then another may sit there: scripts say whose it is.
    if (auto const writer = call.request.header(writer_header); writer && *writer != call.who->person.text())
        return fail(Error::forbidden("Somebody else is signed in here now."));
    if (call.who->session_kind == SessionKind::token || is_json(call.request)) return {};
    if (!csrf_matches(call.request.cookie(http::session_cookie).value_or(""), call.form.value("csrf")))
        // Of an earlier sitting; on a shared device that may have been somebody else's, and what is sent again goes
        // under the name of whoever is signed in now.
        return fail(
            Error::forbidden("You, or somebody else, signed in anew on this device after this page was opened. Nothing "
                             "is lost. Look under Me whose name it says, then send it again."));
    return {};
}

}  // namespace kith::app
