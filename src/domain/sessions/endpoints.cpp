#include "domain/sessions/endpoints.hpp"

#include "domain/people/quiet.hpp"
#include "domain/people/store.hpp"
#include "domain/sessions/actions.hpp"
#include "domain/sessions/store.hpp"
#include "platform/http/cookie.hpp"

namespace kith::sessions {

namespace {

// Where to go on after signing in: a path of this place, never another site.
std::string way_back(std::string_view wished) {
    bool const ours =
        wished.starts_with('/') && !wished.starts_with("//") && wished.find('\\') == wished.npos && wished.size() < 200;
    return ours ? std::string{wished} : "/groups";
}

}  // namespace

Result<Answer> show_sign_in(Call& call, Anyone const&) {
    html::View view;
    view.text("email", call.field("email")).text("email_fault", call.fault("email"));
    view.text("password_fault", call.fault("password"));
    view.text("back", call.field("back", call.form.value("back")));
    return Page{"sign_in", std::move(view)};
}

Result<Answer> sign_in(Call& call, Anyone const&) {
    auto const opened = TRY(sign_in(call.services, call.form.value("email"), call.form.value("password"),
                                    label_of(call.request), call.now));
    Answer answer{Done{way_back(call.form.value("back")), opened.session.id.text()}};
    answer.headers.emplace_back("Set-Cookie", http::set_session_cookie(opened.secret, session_lifetime));
    return answer;
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
