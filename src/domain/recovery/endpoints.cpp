#include "domain/recovery/endpoints.hpp"

#include "domain/recovery/actions.hpp"
#include "platform/crypto/password.hpp"

namespace kith::recovery {

Result<Answer> show_asking(Call& call, Anyone const&) {
    html::View view;
    view.text("email", call.field("email")).text("email_fault", call.fault("email"));
    view.text("new_password_fault", call.fault("new_password"));
    view.number("password_characters_min", static_cast<std::int64_t>(crypto::password_characters_min));
    view.number("vouches_needed", recovery_vouches_needed);
    view.number("waits_hours", recovery_waits.count());
    return Page{"recovery", std::move(view)};
}

Result<Answer> ask_to_come_in(Call& call, Anyone const&) {
    auto code = TRY(ask(call, call.form.value("email"), call.form.value("new_password")));
    html::View view;
    view.text("code", std::move(code));
    view.number("vouches_needed", recovery_vouches_needed).number("waits_hours", recovery_waits.count());
    view.number("open_days", recovery_stays_open.count());
    return Page{"recovery_asked", std::move(view), 201};
}

Result<Answer> show_vouching(Call& call, SignedIn const&) {
    html::View view;
    view.text("spoken", call.field("spoken")).text("spoken_fault", call.fault("spoken"));
    view.flag("confirmed", call.viewer().is_confirmed(call.now));
    return Page{"recovery_vouch", std::move(view)};
}

// First whose it is, then the member's word.
Result<Answer> speak_for(Call& call, Confirmed const&) {
    auto const spoken = TRY(find(call, call.form.value("spoken")));
    bool const says_so = call.form.value("sure") == "yes";
    if (says_so) TRY(vouch(call, spoken));
    html::View view;
    view.text("spoken", std::string{call.form.value("spoken")}, html::Seen::by_templates_only);
    view.text("name", spoken.name).flag("vouched", says_so || spoken.vouched);
    view.number("waits_hours", recovery_waits.count());
    return Page{"recovery_who", std::move(view)};
}

Result<Answer> stop_recovery(Call& call, SignedIn const&) {
    auto const id = TRY(call.id<Recovery>("recovery"));
    TRY(stop(call, id));
    return Done{"/me/getting-in"};
}

}  // namespace kith::recovery
