#include "app/routes.hpp"

#include "domain/call/gates.hpp"
#include "domain/groups/endpoints.hpp"
#include "domain/place/endpoints.hpp"
#include "domain/posts/endpoints.hpp"
#include "domain/sessions/endpoints.hpp"

// The endpoint with its name beside it, for `kith routes` and the documents made from it.
#define KITH_ENDPOINT(function) #function, &function

namespace kith::app {

namespace {

// clang-format off
std::vector<Row> const& table() {
    static std::vector<Row> const rows{
        // The place
        get      ("/",                              anyone,           KITH_ENDPOINT(place::home)),
        get      ("/host/{secret}",                 anyone,           KITH_ENDPOINT(place::show_opening)),
        slow_post("/host/{secret}",                 anyone,           KITH_ENDPOINT(place::open), "/host/{secret}"),
        get      ("/help",                          anyone,           KITH_ENDPOINT(place::help)),
        get      ("/exit",                          anyone,           KITH_ENDPOINT(place::leave_quickly)),
        get      ("/health",                        anyone,           KITH_ENDPOINT(place::health)),

        // Signing in
        get      ("/session",                       anyone,           KITH_ENDPOINT(sessions::show_sign_in)),
        slow_post("/session",                       anyone,           KITH_ENDPOINT(sessions::sign_in), "/session"),
        post     ("/session/end",                   person,           KITH_ENDPOINT(sessions::sign_out), ""),

        // Groups
        get      ("/groups",                        person,           KITH_ENDPOINT(groups::list)),
        get      ("/groups/new",                    person,           KITH_ENDPOINT(groups::show_founding_page)),
        post     ("/groups",                        person,           KITH_ENDPOINT(groups::create), "/groups/new"),

        // Talk
        get      ("/groups/{group}",                groups::may_read,  KITH_ENDPOINT(posts::show_group)),
        post     ("/groups/{group}/posts",          posts::may_publish, KITH_ENDPOINT(posts::publish), "/groups/{group}"),
        post     ("/groups/{group}/presence",       groups::may_read,  KITH_ENDPOINT(posts::show_presence), "/groups/{group}"),
        get      ("/posts/{post}",                  posts::may_read,   KITH_ENDPOINT(posts::show_thread)),
        post     ("/posts/{post}",                  posts::may_edit,   KITH_ENDPOINT(posts::edit), "/posts/{post}/edit"),
        get      ("/posts/{post}/edit",             posts::may_edit,   KITH_ENDPOINT(posts::show_edit)),
        get      ("/posts/{post}/history",          posts::may_read,   KITH_ENDPOINT(posts::show_history)),
        get      ("/posts/{post}/withdraw",         posts::may_withdraw, KITH_ENDPOINT(posts::show_withdraw)),
        post     ("/posts/{post}/withdraw",         posts::may_withdraw, KITH_ENDPOINT(posts::confirm_withdrawal), "/posts/{post}/withdraw"),
        post     ("/posts/{post}/comments",         posts::may_answer, KITH_ENDPOINT(posts::comment), "/posts/{post}"),
        post     ("/posts/{post}/reactions",        posts::may_support, KITH_ENDPOINT(posts::support), "/posts/{post}"),
        post     ("/drafts",                        person,            KITH_ENDPOINT(posts::keep_words), ""),
        get      ("/live",                          person,            KITH_ENDPOINT(posts::listen)),
    };
    return rows;
}
// clang-format on

}  // namespace

std::span<Row const> routes() { return table(); }

}  // namespace kith::app
