#include "domain/place/endpoints.hpp"

#include "base/text.hpp"
#include "domain/acts/log.hpp"
#include "domain/groups/found.hpp"
#include "domain/people/sign_up.hpp"
#include "domain/people/store.hpp"
#include "domain/place/place.hpp"
#include "domain/sessions/actions.hpp"
#include "platform/crypto/password.hpp"
#include "platform/http/cookie.hpp"

namespace kith::place {

Result<Answer> home(Call& call, Anyone const&) { return Done{call.who ? "/groups" : "/session"}; }

Result<Answer> show_opening(Call& call, Anyone const&) {
    if (!host_link_open(call.transaction(), call.part("secret"))) return fail(Error::not_found());
    html::View view;
    view.text("place", call.field("place")).text("place_fault", call.fault("place"));
    people::show_sign_up(call, view);
    groups::show_founding(call, view);
    view.text("action", call.request.path);
    return Page{"open_place", std::move(view)};
}

Result<Answer> open(Call& call, Anyone const&) {
    auto const now = call.now;
    auto const secret = call.part("secret");
    auto place_name = text::one_line(call.form.value("place"));
    if (place_name.empty() || text::characters(place_name) > place_name_characters_max)
        return fail(Error::invalid("place", "Give the place a name, like \"Northern cohort\"."));
    auto sign_up = TRY(people::read_sign_up(call));
    auto const founding = TRY(groups::read_founding(call));
    auto const hash = crypto::hash_password(sign_up.password);
    auto opened = TRY(call.services.database.write([&](sql::Transaction& transaction) -> Result<sessions::Opened> {
        if (!use_host_link(transaction, secret, now)) return fail(Error::not_found());
        if (!people::add(transaction, sign_up.person, hash))
            return fail(Error::invalid("email", "Somebody here has this address already. Use another."));
        people::make_host(transaction, sign_up.person.id, now);
        acts::log(transaction, acts::of_the_place, std::nullopt, Act::made_host, sign_up.person.id, "", now);
        set_name(transaction, place_name, now);
        groups::found(transaction, founding, sign_up.person.id, sign_up.person.capacity, now);
        return sessions::open(transaction, sign_up.person.id, SessionKind::browser, sessions::label_of(call.request),
                              now);
    }));
    Answer answer{Done{"/groups"}};
    answer.headers.emplace_back("Set-Cookie", http::set_session_cookie(opened.secret, session_lifetime));
    return answer;
}

Result<Answer> help(Call&, Anyone const&) { return Page{"help", html::View{}}; }

// Without scripts the link itself leaves: to a page of its own about the weather, without the frame that
// would say where one was.
Result<Answer> leave_quickly(Call&, Anyone const&) { return Fragment{"exit", html::View{}}; }

Result<Answer> health(Call&, Anyone const&) {
    html::View view;
    view.text("status", "ok");
    return Page{"health", std::move(view)};
}

}  // namespace kith::place
