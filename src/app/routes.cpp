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
        post     ("/groups/{group}/posts",          groups::may_speak, KITH_ENDPOINT(posts::publish), "/groups/{group}"),
        get      ("/posts/{post}",                  posts::may_read,   KITH_ENDPOINT(posts::show_thread)),
        post     ("/posts/{post}/comments",         posts::may_answer, KITH_ENDPOINT(posts::comment), "/posts/{post}"),
    };
    return rows;
}
// clang-format on

}  // namespace

std::span<Row const> routes() { return table(); }

}  // namespace kith::app
