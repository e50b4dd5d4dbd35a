// Somebody with an invitation, before it is known who they are. Nothing here
// names a group: that begins at /admissions/{admission}, for its newcomer alone.
// Between the pages the code is carried by the form, never by an address.
#include "base/text.hpp"
#include "domain/admission/actions.hpp"
#include "domain/admission/endpoints.hpp"
#include "domain/admission/invitations.hpp"
#include "domain/people/sign_up.hpp"
#include "domain/people/store.hpp"
#include "domain/sessions/actions.hpp"
#include "platform/crypto/password.hpp"
#include "platform/http/cookie.hpp"

namespace kith::admission {

namespace {

// What was typed or brought along, at most as long as a token is.
std::string_view code_of(Call const& call) { return text::trim(call.form.value("code")).substr(0, 64); }

Answer landing_page(Call const& call) {
    html::View view;
    view.text("code_fault", call.fault("code"));
    return Page{"invitation", std::move(view)};
}

Answer sign_up_page(Call const& call, std::string code) {
    html::View view;
    view.text("code", std::move(code), html::Seen::by_templates_only);
    people::show_sign_up(call, view);
    return Page{"invitation_sign_up", std::move(view)};
}

Answer known_page(Call const& call, std::string code) {
    html::View view;
    view.text("code", std::move(code), html::Seen::by_templates_only);
    view.text("email", call.field("email")).text("email_fault", call.fault("email"));
    view.text("password_fault", call.fault("password"));
    return Page{"invitation_sign_in", std::move(view)};
}

Answer joining_page(Call const& call, std::string code) {
    html::View view;
    view.text("code", std::move(code), html::Seen::by_templates_only);
    view.text("my_name", call.who ? call.who->name : std::string{});
    return Page{"invitation_join", std::move(view)};
}

// The page of a refused form; without a refusal the way begins at the landing page.
bool begins_anew(Call const& call) { return !call.refusal || !call.fault("code").empty(); }

Result<void> check_opens(Call& call) {
    auto const code = code_of(call);
    auto const look = [&](sql::Transaction& transaction) { return find_open(transaction, code, call.now).has_value(); };
    if (!call.services.database.read(look)) return fail(code_does_not_open());
    return {};
}

struct CameIn {
    Admission admission;
    sessions::Opened opened;
};

Answer on_the_way(CameIn const& came) {
    auto const id = came.admission.id.text();
    Answer answer{Done{"/admissions/" + id, id}};
    answer.headers.emplace_back("Set-Cookie", http::set_session_cookie(came.opened.secret, session_lifetime));
    return answer;
}

}  // namespace

Result<Answer> show_landing(Call& call, Anyone const&) { return landing_page(call); }

// Only looks. A preview, a second tap or a change of mind uses nothing up.
Result<Answer> open_invitation(Call& call, Anyone const&) {
    if (!find_open(call.transaction(), code_of(call), call.now)) return fail(code_does_not_open());
    std::string code{code_of(call)};
    if (call.who) return joining_page(call, std::move(code));
    return call.form.has("known") ? known_page(call, std::move(code)) : sign_up_page(call, std::move(code));
}

Result<Answer> show_sign_up(Call& call, Anyone const&) {
    return begins_anew(call) ? landing_page(call) : sign_up_page(call, call.field("code"));
}

Result<Answer> sign_up(Call& call, Anyone const&) {
    // Whether an address is known is told to nobody who has not been invited.
    TRY(check_opens(call));
    auto const sign_up = TRY(people::read_sign_up(call));
    auto const hash = crypto::hash_password(sign_up.password);
    return on_the_way(TRY(call.services.database.write([&](sql::Transaction& transaction) -> Result<CameIn> {
        if (!people::add(transaction, sign_up.person, hash))
            return fail(Error::invalid("email",
                                       "Somebody here has this address already. If it is yours, go back and "
                                       "say that you have an account."));
        auto const& person = sign_up.person;
        auto begun = TRY(begin(transaction, code_of(call), person.id, person.capacity, call.now));
        return CameIn{std::move(begun), sessions::open(transaction, person.id, SessionKind::browser,
                                                       sessions::label_of(call.request), call.now)};
    })));
}

Result<Answer> show_known(Call& call, Anyone const&) {
    return begins_anew(call) ? landing_page(call) : known_page(call, call.field("code"));
}

Result<Answer> sign_in(Call& call, Anyone const&) {
    TRY(check_opens(call));
    auto signed_in = TRY(sessions::sign_in(call.services, call.form.value("email"), call.form.value("password"),
                                           sessions::label_of(call.request), call.now));
    if (!signed_in.opened)
        return fail(Error::invalid("password",
                                   "Your account asks for a code too. Sign in first, then open the invitation again."));
    auto const& opened = *signed_in.opened;
    return on_the_way(TRY(call.services.database.write([&](sql::Transaction& transaction) -> Result<CameIn> {
        auto const person = people::find(transaction, opened.session.person);
        if (!person) return fail(Error::not_found());
        return CameIn{TRY(begin(transaction, code_of(call), person->id, person->capacity, call.now)), opened};
    })));
}

Result<Answer> show_joining(Call& call, SignedIn const&) {
    return begins_anew(call) ? landing_page(call) : joining_page(call, call.field("code"));
}

Result<Answer> join(Call& call, SignedIn const&) {
    auto const me = people::find(call.transaction(), call.viewer().person);
    if (!me) return fail(Error::not_found());
    auto const begun = TRY(begin(call.transaction(), code_of(call), me->id, me->capacity, call.now));
    return Done{"/admissions/" + begun.id.text(), begun.id.text()};
}

}  // namespace kith::admission
