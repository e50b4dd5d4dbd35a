// What the links in letters lead to. Mail programs open links by themselves, so a page only asks, and a button does.
#include "domain/reach/addresses.hpp"
#include "domain/reach/endpoints.hpp"
#include "domain/reach/plan.hpp"

namespace kith::reach {

namespace {

constexpr int not_found_status = 404;

}  // namespace

Result<Answer> show_confirming(Call& call, Anyone const&) {
    html::View view;
    view.text("secret", std::string{call.part("secret")}, html::Seen::by_templates_only);
    return Page{"reach_confirm", std::move(view)};
}

Result<Answer> confirm_address(Call& call, Anyone const&) {
    auto const person = confirm(call.transaction(), call.part("secret"), call.now);
    if (person) set_times(call.transaction(), *person, call.now);
    html::View view;
    view.flag("confirmed", person.has_value());
    return Page{"reach_confirmed", std::move(view), person ? 200 : not_found_status};
}

Result<Answer> show_stopping(Call& call, Anyone const&) {
    html::View view;
    view.text("secret", std::string{call.part("secret")}, html::Seen::by_templates_only);
    return Page{"reach_stop", std::move(view)};
}

// Answered alike for every secret, also for one that nobody has; and with a page, not a redirect, because mail
// services that press the button for their reader follow none (RFC 8058).
Result<Answer> stop_by_link(Call& call, Anyone const&) {
    (void)stop_by_secret(call.transaction(), call.part("secret"), call.now);
    html::View view;
    view.flag("stopped", true);
    return Page{"reach_stopped", std::move(view)};
}

}  // namespace kith::reach
